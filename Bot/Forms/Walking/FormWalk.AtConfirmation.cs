using System.Diagnostics;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Reading;

namespace AgaBot.Forms.Walking;

public static partial class FormWalk
{
    internal static FormStep AtConfirmation(Form form, FormSession session, FormPosition.Confirming at, FormInput input, DateOnly today) =>
        at.What == Confirmable.Send ? AtSendConfirmation(form, session, at, input, today) : AtLossConfirmation(form, session, at, input);

    /// <summary>The review goes on: whatever is neither a yes nor a no is an input to the review.</summary>
    private static FormStep AtSendConfirmation(Form form, FormSession session, FormPosition.Confirming at, FormInput input, DateOnly today)
    {
        FormSession review = session with { At = at.From };
        return input switch
        {
            FormInput.Submit or FormInput.Done => Submit(form, review),
            FormInput.Say say when YesNoReader.IsGoAhead(say.Text) => Submit(form, review),
            FormInput.Say say when YesNoReader.Read(say.Text) == false => Resume(session, at),
            FormInput.Back => Resume(session, at),
            FormInput.Help => AskToConfirm(session, at.What, at.From),
            _ => AtReview(form, review, input, today),
        };
    }

    private static FormStep AtLossConfirmation(Form form, FormSession session, FormPosition.Confirming at, FormInput input) =>
        input switch
        {
            FormInput.Say say => YesNoReader.Read(say.Text) switch
            {
                true => Confirmed(form, session, at.What),
                false => Resume(session, at),
                null => new FormStep(
                    session,
                    new FormOutcome.Refused(at.From.AskedId ?? "", new Problem.NeitherYesNorNo(UserText.Clean(say.Text)))
                ),
            },
            FormInput.Back => Resume(session, at),
            FormInput.Cancel => AskToConfirm(session, Confirmable.Cancel, at.From),
            FormInput.Restart => AskToConfirm(session, Confirmable.Restart, at.From),
            FormInput.Help => AskToConfirm(session, at.What, at.From),
            FormInput.Fill fill => Stale(session, fill.QuestionId),
            FormInput.AddRow add => Stale(session, add.QuestionId),
            FormInput.RemoveRow { Revision: not null }
            or FormInput.EditRow { Revision: not null }
            or FormInput.MoveRow { Revision: not null } => Stale(session, null),
            FormInput.RemoveRow
            or FormInput.EditRow
            or FormInput.MoveRow
            or FormInput.ReplaceRow
            or FormInput.Replace
            or FormInput.Done
            or FormInput.Skip
            or FormInput.Edit
            or FormInput.Submit
            or FormInput.Details => NotHere(session),
            _ => throw new UnreachableException(),
        };

    private static FormStep AskToCancel(FormSession session) =>
        session.IsEmpty ? Cancelled(session) : AskToConfirm(session, Confirmable.Cancel, session.At);

    private static FormStep AskToRestart(Form form, FormSession session) =>
        session.IsEmpty ? Restarted(form, session) : AskToConfirm(session, Confirmable.Restart, session.At);

    /// <summary>A required answer that is missing is asked for instead.</summary>
    private static FormStep AskToSend(Form form, FormSession session) =>
        Open(form, session).Any(static question => question.Required)
            ? Submit(form, session)
            : AskToConfirm(session, Confirmable.Send, session.At);

    private static FormStep AskToConfirm(FormSession session, Confirmable what, FormPosition from) =>
        new(session with { At = new FormPosition.Confirming(what, from) }, new FormOutcome.AskedToConfirm(what));

    private static FormStep Confirmed(Form form, FormSession session, Confirmable what) =>
        what switch
        {
            Confirmable.Cancel => Cancelled(session),
            Confirmable.Restart => Restarted(form, session),
            _ => throw new UnreachableException(),
        };

    private static FormStep Resume(FormSession session, FormPosition.Confirming at) =>
        new(session with { At = at.From }, new FormOutcome.Resumed());

    private static FormStep Cancelled(FormSession session) =>
        new(session with { At = new FormPosition.Ended(false) }, new FormOutcome.Cancelled());

    private static FormStep Restarted(Form form, FormSession session) =>
        new(FormSession.Start(session.Id, form) with { Revision = session.Revision }, new FormOutcome.Restarted());
}
