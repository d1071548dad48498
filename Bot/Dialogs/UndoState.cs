using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>What was cancelled or begun again last, as it stood before: kept for a while, so that a slip loses nothing.</summary>
/// <param name="On">The day in Lima. What is said on a later day forgets it, unless that brings it back.</param>
public abstract record UndoState(DateOnly On)
{
    private UndoState()
        : this(default(DateOnly)) { }

    public sealed record Proposal(DateOnly On, Draft Draft) : UndoState(On);

    /// <param name="Pending">What the person wanted once the form was filled.</param>
    public sealed record Form(DateOnly On, ActiveForm ActiveForm, PendingRequest? Pending) : UndoState(On);
}
