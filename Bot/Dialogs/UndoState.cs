using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>What was cancelled or restarted last, in its earlier state, kept for a while so that a mistake loses nothing.</summary>
/// <param name="On">The day in Lima. An input on a later day discards the state, unless it is <i>deshacer</i>.</param>
public abstract record UndoState(DateOnly On)
{
    private UndoState()
        : this(default(DateOnly)) { }

    /// <summary>The session at the position from which the confirmation was asked.</summary>
    internal static FormSession BeforeConfirmation(FormSession session) =>
        session.At is FormPosition.Confirming confirming ? session with { At = confirming.From, Revision = session.Revision + 1 } : session;

    public sealed record Proposal(DateOnly On, Draft Draft) : UndoState(On);

    /// <param name="Pending">The request that was waiting for the form.</param>
    public sealed record Form(DateOnly On, FormWithSession ActiveForm, PendingRequest? Pending) : UndoState(On);
}
