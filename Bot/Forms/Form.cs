using System.Collections.Immutable;

namespace AgaBot.Forms;

/// <summary>An ordered list of typed questions. It holds no words: what is said for a question is found by its id.</summary>
/// <param name="Id">Names the form for as long as a session of it is kept, e.g. <c>ficha</c>.</param>
/// <param name="Version">Grows when a question is added, removed or changes its kind.</param>
/// <param name="HasReview">Whether the person sees all answers and says <i>enviar</i>; without it the last answer submits.</param>
public sealed record Form(string Id, int Version, ImmutableArray<Question> Questions, bool HasReview)
{
    public Question? Find(string questionId)
    {
        foreach (Question question in Questions)
        {
            if (question.Id == questionId)
                return question;
        }
        return null;
    }
}
