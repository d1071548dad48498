using System.Collections.Immutable;

namespace AgaBot.Forms.Walking;

public static partial class FormWalk
{
    /// <summary>
    /// Moves on from a question. If the question was open <paramref name="before"/>, the next open question follows. If it was visited
    /// again, the next question follows, so that forward undoes back. After <i>editar</i>, the walk returns to where it was.
    /// </summary>
    private static FormStep MoveOn(
        Form form,
        FormSession before,
        FormSession session,
        FormPosition.Asking from,
        ImmutableArray<string> taken
    )
    {
        ImmutableArray<Question> asked = Asked(form, session);
        Question? next =
            (from.ThenReview ? CameFrom(asked, session, from) : Following(form, before, session, asked, from.QuestionId))
            ?? asked.FirstOrDefault(question => IsDue(form, session, question));

        if (next is not null)
            return Moved(session with { At = new FormPosition.Asking(next.Id) }, taken);
        return form.HasReview
            ? Moved(session with { At = new FormPosition.Review() }, taken)
            : new FormStep(session with { At = new FormPosition.Ended(true) }, new FormOutcome.Submitted());
    }

    private static Question? Following(
        Form form,
        FormSession before,
        FormSession session,
        ImmutableArray<Question> asked,
        string questionId
    )
    {
        int following = IndexOf(asked, questionId) + 1;
        Question passed = asked[following - 1];
        if (IsOpen(before, passed))
            return asked[following..].FirstOrDefault(question => IsDue(form, session, question, passed));
        return asked.ElementAtOrDefault(following) is { } next && (!IsOpen(session, next) || IsDue(form, session, next, passed))
            ? next
            : null;
    }

    /// <summary>The question where <i>editar</i> was said, or an earlier required question that the edited answer opened.</summary>
    private static Question? CameFrom(ImmutableArray<Question> asked, FormSession session, FormPosition.Asking at) =>
        at.From is { } from && IndexOf(asked, from) is >= 0 and var index
            ? asked[..index].FirstOrDefault(question => question.Required && IsOpen(session, question)) ?? asked[index]
            : null;

    /// <summary>Back from a question reached by <i>editar</i> returns to where the person was.</summary>
    private static FormStep StepBack(Form form, FormSession session, FormPosition.Asking at)
    {
        if (at.ThenReview)
            return MoveOn(form, session, session, at, []) is { Outcome: FormOutcome.Moved } came ? came : NotHere(session);

        ImmutableArray<Question> asked = Asked(form, session);
        int index = IndexOf(asked, at.QuestionId);
        return index > 0 ? Moved(session with { At = new FormPosition.Asking(asked[index - 1].Id) }) : NotHere(session);
    }

    private static FormStep GoTo(Form form, FormSession session, int number)
    {
        ImmutableArray<Question> asked = Asked(form, session);
        return number >= 1 && number <= asked.Length
            ? Moved(session with { At = OutOfTurn(session, asked[number - 1].Id) })
            : NotHere(session);
    }

    /// <summary>Position at a question out of order. After several of them, the walk returns to where the person first left it.</summary>
    private static FormPosition.Asking OutOfTurn(FormSession session, string questionId)
    {
        string? from = session.At is FormPosition.Asking at
            ? at.ThenReview
                ? at.From
                : at.QuestionId
            : null;
        return from == questionId ? new FormPosition.Asking(questionId) : new FormPosition.Asking(questionId, ThenReview: true, From: from);
    }

    /// <summary>The first open question to be asked, or null.</summary>
    private static Question? FirstOpen(Form form, FormSession session) =>
        Asked(form, session).FirstOrDefault(question => IsDue(form, session, question));

    /// <summary>Whether an open question is to be asked. A detail is asked only after another detail.</summary>
    private static bool IsDue(Form form, FormSession session, Question question, Question? after = null) =>
        IsOpen(session, question) && (question.Required || !form.DetailsOnRequest || after is { Required: false });

    /// <summary>Position of a walk whose question is gone: the first open question, else the review, else the last question.</summary>
    internal static FormPosition FirstPlace(Form form, FormSession session) =>
        FirstOpen(form, session) is { } next ? new FormPosition.Asking(next.Id)
        : form.HasReview ? new FormPosition.Review()
        : new FormPosition.Asking(Asked(form, session)[^1].Id);

    internal static bool IsAsked(Form form, FormSession session, string questionId) =>
        form.Find(questionId) is { } question && (question.AskedWhen is null || Asked(form, session).Contains(question));

    /// <summary>True if the question is neither answered nor skipped.</summary>
    private static bool IsOpen(FormSession session, Question question) =>
        !session.Answers.ContainsKey(question.Id) && (question.Required || !session.Skipped.Contains(question.Id));

    private static FormSession WithAnswer(FormSession session, string questionId, Answer answer) =>
        session with
        {
            Answers = session.Answers.SetItem(questionId, answer),
            Skipped = session.Skipped.Remove(questionId),
            Unfinished = session.Unfinished.Remove(questionId),
        };

    private static Question QuestionAt(Form form, FormPosition.Asking at) =>
        form.Find(at.QuestionId) ?? throw new InvalidOperationException($"Form '{form.Id}' has no question '{at.QuestionId}'.");

    private static int IndexOf(ImmutableArray<Question> questions, string questionId)
    {
        for (int index = 0; index < questions.Length; index++)
        {
            if (questions[index].Id == questionId)
                return index;
        }
        return -1;
    }

    private static FormStep Moved(FormSession session, ImmutableArray<string>? taken = null) =>
        new(session, new FormOutcome.Moved(taken ?? []));

    private static FormStep Stale(FormSession session, string? questionId) => new(session, new FormOutcome.Stale(questionId));

    private static FormStep NotHere(FormSession session) => new(session, new FormOutcome.NotHere());
}
