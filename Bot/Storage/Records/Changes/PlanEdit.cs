using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Auditing;

namespace AgaBot.Storage.Records.Changes;

/// <summary>What a <see cref="PlanChange"/> means for the rows as they were read.</summary>
internal abstract record PlanEdit
{
    private static readonly ChangeOutcome Applied = new ChangeOutcome.Applied();

    private PlanEdit(ChangeOutcome outcome) => Outcome = outcome;

    /// <summary>The change was made before, or came too late to mean anything.</summary>
    public static PlanEdit Nothing { get; } = new Unwritten(Applied);

    public static PlanEdit ReceiptTaken { get; } = new Unwritten(new ChangeOutcome.ReceiptTaken());

    /// <summary>What the change rests on no longer holds.</summary>
    public static PlanEdit Outdated { get; } = new Unwritten(new ChangeOutcome.Outdated());

    /// <summary>The outcome of the change, once the rows are written where there are any.</summary>
    public ChangeOutcome Outcome { get; }

    /// <param name="Difference">The difference to the counter of the shard in which the change is counted.</param>
    internal sealed record Write(ImmutableArray<EntityWrite> Rows, PlanCounts Difference, Audit Audit) : PlanEdit(Applied);

    private sealed record Unwritten(ChangeOutcome Result) : PlanEdit(Result);
}
