using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs;

/// <summary>
/// The form that typed answers go to. Each feature with a form derives its own record, which holds the state to be stored. The feature's
/// <c>FormHandler</c> opens the form and takes its inputs, and a shape in <c>Storage</c> says how the form is stored.
/// </summary>
public abstract record ActiveForm
{
    /// <summary>
    /// The session of the form; null if the form no longer exists, for example because the draft was sent in another conversation.
    /// </summary>
    internal abstract FormSession? SessionIn(DialogState state);

    /// <summary>The state with another session of this form.</summary>
    internal abstract DialogState WithSession(DialogState state, FormSession session);

    /// <summary>Whether leaving the form loses answers, so that it has to be finished or cancelled first.</summary>
    internal virtual bool IsLostByLeaving => false;

    /// <summary>What <i>deshacer</i> brings back after a decision that ended or restarted this form; null if nothing was lost.</summary>
    internal virtual UndoState? LostBy(DialogContext before, Decision decision) => null;

    /// <summary>Whether the form may still be brought back by <i>deshacer</i>.</summary>
    internal virtual bool CanComeBack(DialogState state) => true;

    /// <summary>Whether the form only prepares for a pending request, which this request can replace.</summary>
    internal virtual bool CanLeadTo(PendingRequest request) => false;
}

/// <summary>An active form that holds its own session.</summary>
public abstract record FormWithSession(FormSession Session) : ActiveForm
{
    internal override FormSession SessionIn(DialogState state) => Session;

    internal override DialogState WithSession(DialogState state, FormSession session) =>
        state with
        {
            Conversation = state.Conversation with { ActiveForm = this with { Session = session } },
        };

    internal override UndoState? LostBy(DialogContext before, Decision decision) =>
        !Session.IsEmpty && (WasCancelled(decision) || WasRestarted(decision))
            ? new UndoState.Form(
                before.Turn.Today,
                this with
                {
                    Session = UndoState.BeforeConfirmation(Session),
                },
                before.Conversation.Pending
            )
            : null;

    private bool WasCancelled(Decision decision) =>
        decision.Ended is { At: FormPosition.Ended { Submitted: false } } ended && ended.Id == Session.Id;

    private bool WasRestarted(Decision decision) => decision.State.OpenSession is { IsEmpty: true } again && again.Id == Session.Id;
}
