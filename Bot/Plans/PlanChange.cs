namespace AgaBot.Plans;

/// <summary>
/// A change that a turn makes to the plan's records. A change is idempotent under its own id: applied twice, it counts once. Each change
/// leaves a row in the audit log, in the same batch. A feature declares its own changes, and a writer for each in the storage.
/// </summary>
public abstract record PlanChange
{
    /// <summary>The participant whose change it is.</summary>
    public abstract ParticipantId By { get; }
}

/// <summary>The outcome of applying a change.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome() { }

    public sealed record Applied : ChangeOutcome;

    /// <summary>Another proposal has the receipt number: decide again with the next number.</summary>
    public sealed record ReceiptTaken : ChangeOutcome;

    /// <summary>What the change rests on no longer holds, for example the number of a mesa or a free seat: decide again.</summary>
    public sealed record Outdated : ChangeOutcome;
}
