using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>What was cancelled or begun again last, as it stood before: kept for a while, so that a slip loses nothing.</summary>
/// <param name="On">The day in Lima. What is said on a later day forgets it, unless that brings it back.</param>
public abstract record UndoState(DateOnly On)
{
    private UndoState()
        : this(default(DateOnly)) { }

    /// <summary>The session at the place from which the person was asked to confirm.</summary>
    internal static FormSession BeforeConfirmation(FormSession session) =>
        session.At is FormPosition.Confirming confirming ? session with { At = confirming.From, Revision = session.Revision + 1 } : session;

    public sealed record Proposal(DateOnly On, Draft Draft) : UndoState(On);

    /// <param name="Pending">What the person wanted once the form was filled.</param>
    public sealed record Form(DateOnly On, FormWithSession ActiveForm, PendingRequest? Pending) : UndoState(On);
}
