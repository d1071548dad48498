using System.Collections.Immutable;

namespace AgaBot.Forms;

/// <summary>An ordered list of typed questions. It contains no text: the texts of a question are found by its id.</summary>
/// <param name="Id">Identifies the form in stored sessions, e.g. <c>ficha</c>.</param>
/// <param name="Version">Grows when a question is added, removed or changes its kind.</param>
/// <param name="HasReview">Whether the person reviews all answers before <i>enviar</i>; without review, the last answer submits.</param>
public sealed record Form(string Id, int Version, ImmutableArray<Question> Questions, bool HasReview)
{
    /// <summary>
    /// Whether the optional questions are details, asked only if the person wants to add them: after the required questions the review
    /// follows.
    /// </summary>
    public bool DetailsOnRequest { get; init; }

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
