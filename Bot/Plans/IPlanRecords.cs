using System.Collections.Immutable;

namespace AgaBot.Plans;

/// <summary>Reads the submitted proposals of the plan and its counters.</summary>
public interface IPlanRecords
{
    /// <summary>The proposals of one author, newest first.</summary>
    /// <param name="after">The end of the previous page; null for the first page.</param>
    ValueTask<ProposalPage> ByAuthorAsync(ParticipantId author, int limit, ProposalCursor? after, CancellationToken cancellationToken);

    /// <summary>A submitted proposal, or null.</summary>
    ValueTask<Proposal?> FindAsync(ProposalId id, CancellationToken cancellationToken);

    /// <summary>A submitted proposal, hidden or not, or null.</summary>
    ValueTask<Proposal?> FindByReceiptAsync(ReceiptNumber receipt, CancellationToken cancellationToken);

    /// <summary>The counters. Reads one partition, whatever the number of proposals.</summary>
    ValueTask<PlanCounts> CountsAsync(CancellationToken cancellationToken);
}

/// <summary>The end of a page of proposals; opaque.</summary>
public readonly record struct ProposalCursor(string Value);

public sealed record ProposalPage(ImmutableArray<Proposal> Proposals, ProposalCursor? Next);

/// <summary>Writes changes to the plan's records, each with its counters and its audit row in one batch.</summary>
public interface IPlanLedger
{
    ValueTask<ChangeOutcome> ApplyAsync(PlanChange change, DateTimeOffset at, CancellationToken cancellationToken);
}
