using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Forms.Reading;

namespace AgaBot.Forms.Walking;

public static partial class FormWalk
{
    internal static FormStep AtReview(Form form, FormSession session, FormInput input, DateOnly today) =>
        input switch
        {
            FormInput.Submit => Submit(form, session),
            FormInput.Details => Details(form, session),
            FormInput.Edit edit => GoTo(form, session, edit.Number),
            FormInput.ReplaceRow replace => ReplaceRow(form, session, replace, today),
            FormInput.Replace replace => Replace(form, session, replace, today),
            FormInput.EditRow edit => GoToRow(form, session, edit),
            FormInput.Back => Moved(session with { At = new FormPosition.Asking(LastPassed(form, session).Id) }),
            FormInput.Cancel => AskToCancel(session),
            FormInput.Restart => AskToRestart(form, session),
            FormInput.Fill fill => Stale(session, fill.QuestionId),
            FormInput.AddRow add => Stale(session, add.QuestionId),
            FormInput.RemoveRow { Revision: not null } or FormInput.MoveRow { Revision: not null } => Stale(session, null),
            FormInput.Done => AskToSend(form, session),
            FormInput.Say say when YesNoReader.IsGoAhead(say.Text) => AskToSend(form, session),
            FormInput.RemoveRow or FormInput.MoveRow or FormInput.Say or FormInput.Skip or FormInput.Help => NotHere(session),
            _ => throw new UnreachableException(),
        };

    /// <summary>
    /// Submits at the review, or anywhere in a form without review. Before the review it moves there, so that nobody submits unseen
    /// answers, and skips the open optional questions on the way.
    /// </summary>
    private static FormStep Submit(Form form, FormSession session)
    {
        ImmutableArray<Question> open = Open(form, session);
        ImmutableArray<string> missing = [.. open.Where(question => question.Required).Select(question => question.Id)];
        FormSession past = session with
        {
            Skipped = session.Skipped.Union(open.TakeWhile(question => !question.Required).Select(question => question.Id)),
        };

        if (!missing.IsEmpty)
            return new FormStep(past with { At = new FormPosition.Asking(missing[0]) }, new FormOutcome.Incomplete(missing));
        return session.At is FormPosition.Review || !form.HasReview
            ? new FormStep(past with { At = new FormPosition.Ended(true) }, new FormOutcome.Submitted())
            : Moved(past with { At = new FormPosition.Review() });
    }

    /// <summary>Goes to the first optional question without an answer, and asks again those that were skipped.</summary>
    private static FormStep Details(Form form, FormSession session)
    {
        if (Open(form, session).FirstOrDefault(static question => question.Required) is { } missing)
            return new FormStep(session, new FormOutcome.Incomplete([missing.Id]));
        return Asked(form, session).FirstOrDefault(question => !session.Answers.ContainsKey(question.Id)) is { } next
            ? Moved(session with { At = new FormPosition.Asking(next.Id), Skipped = session.Skipped.Clear() })
            : NotHere(session);
    }

    /// <summary>The last question before the review that the person has passed.</summary>
    private static Question LastPassed(Form form, FormSession session) =>
        Asked(form, session) is var asked && form.DetailsOnRequest
            ? asked.LastOrDefault(question => !IsOpen(session, question)) ?? asked[^1]
            : asked[^1];

    /// <summary>The asked questions that are neither answered nor skipped, in order.</summary>
    private static ImmutableArray<Question> Open(Form form, FormSession session) =>
        [.. Asked(form, session).Where(question => IsOpen(session, question))];
}
