using System.Collections.Immutable;

namespace AgaBot.Plans;

/// <summary>Reads what was submitted to the plan and what is counted of it.</summary>
public interface IPlanRecords
{
    /// <summary>The proposals of one author, newest first.</summary>
    /// <param name="after">Where the page before ended; null for the first page.</param>
    ValueTask<ProposalPage> ByAuthorAsync(ParticipantId author, int limit, ProposalCursor? after, CancellationToken cancellationToken);

    /// <summary>A submitted proposal, or null.</summary>
    ValueTask<Proposal?> FindAsync(ProposalId id, CancellationToken cancellationToken);

    /// <summary>The counters, in one partition read however many proposals there are.</summary>
    ValueTask<PlanCounts> CountsAsync(CancellationToken cancellationToken);
}

/// <summary>Where a page of proposals ended; opaque.</summary>
public readonly record struct ProposalCursor(string Value);

public sealed record ProposalPage(ImmutableArray<Proposal> Proposals, ProposalCursor? Next);

/// <summary>Writes changes to the plan's records, each with its counters and its audit row in one batch.</summary>
public interface IPlanLedger
{
    ValueTask<ChangeOutcome> ApplyAsync(PlanChange change, DateTimeOffset at, CancellationToken cancellationToken);
}
