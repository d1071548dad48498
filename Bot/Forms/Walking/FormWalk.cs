using System.Collections.Immutable;

namespace AgaBot.Forms.Walking;

/// <summary>Walks a person through a form. Pure: same arguments, same result.</summary>
public static partial class FormWalk
{
    /// <summary>Applies one input. Never throws for an input of a person.</summary>
    /// <exception cref="ArgumentException">The session belongs to another form, which is a defect of the caller.</exception>
    public static FormStep Advance(Form form, FormSession session, FormInput input, DateOnly today)
    {
        if (session.FormId != form.Id)
            throw new ArgumentException($"A session of form '{session.FormId}' cannot walk form '{form.Id}'.", nameof(session));

        FormStep step = session.At.Apply(form, session, input, today);
        return step.Session == session
            ? step with
            {
                Session = session,
            }
            : step with
            {
                Session = step.Session with { Revision = session.Revision + 1 },
            };
    }

    /// <summary>The questions asked of this person, in order: those whose condition holds.</summary>
    /// <remarks>The session keeps the answer of a question that is no longer asked, in case its condition holds again.</remarks>
    public static ImmutableArray<Question> Asked(Form form, FormSession session)
    {
        var asked = ImmutableArray.CreateBuilder<Question>(form.Questions.Length);
        foreach (Question question in form.Questions)
        {
            if (question.AskedWhen is not { } condition || Holds(condition, asked, session))
                asked.Add(question);
        }
        return asked.DrainToImmutable();
    }

    /// <summary>
    /// Position of the current question among the asked ones, from 1: "3 de 8". Details and required questions are counted apart. Null
    /// outside a question.
    /// </summary>
    public static (int Number, int Of)? Progress(Form form, FormSession session)
    {
        if (session.At is not FormPosition.Asking at)
            return null;
        ImmutableArray<Question> asked = Asked(form, session);
        if (form.DetailsOnRequest && form.Find(at.QuestionId) is { } current)
            asked = asked.RemoveAll(question => question.Required != current.Required);
        return (IndexOf(asked, at.QuestionId) + 1, asked.Length);
    }

    private static bool Holds(Condition condition, ImmutableArray<Question>.Builder askedBefore, FormSession session) =>
        session.Answer<Answer.Choice>(condition.QuestionId)?.OptionId == condition.OptionId
        && askedBefore.Any(question => question.Id == condition.QuestionId);
}
