using System.Runtime.CompilerServices;
using AgaBot.Plans;
using AgaBot.Plans.Supporting;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Supports;

internal sealed class SupportsCountedWriter(PlanStore plan) : SupportsReviewedWriter<SupportsCounted>(plan)
{
    protected override bool Counts => true;

    protected override string What => "supports-counted";
}

internal sealed class SupportsDiscardedWriter(PlanStore plan) : SupportsReviewedWriter<SupportsDiscarded>(plan)
{
    protected override bool Counts => false;

    protected override string What => "supports-discarded";
}

/// <summary>
/// Decides on the supports of a proposal that are apart, one batch for each, since they may be more than one batch holds. The decision is
/// audited first; if the process ends between two batches, the redelivered turn goes on.
/// </summary>
internal abstract class SupportsReviewedWriter<TChange>(PlanStore plan) : PlanChangeWriter<TChange>(plan)
    where TChange : SupportsReviewed
{
    private readonly OptimisticRetry contention = new(plan.Time);
    private readonly PlanCounters counters = new(plan.Store, plan.Plan);
    private readonly SupportRows supports = new(plan);

    protected abstract bool Counts { get; }

    protected abstract string What { get; }

    protected override async ValueTask<PlanEdit> EditAsync(TChange change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        string digits = change.Receipt.Digits;
        return
            await supports.HasApartAsync(digits, cancellationToken)
            && await Store.FindAsync(Partition, RowKeys.Proposal(digits), StoredRow.Json.StoredProposal, cancellationToken) is { } proposal
            ? new PlanEdit.Write([], PlanCounts.None, new Audit(What, proposal.Value.Id, change.Coordinator, 0))
            : PlanEdit.Nothing;
    }

    protected override async ValueTask FinishAsync(TChange change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!await supports.HasApartAsync(change.Receipt.Digits, cancellationToken))
            return;
        // All are read before the first change: a next page would begin after a deleted row.
        var waiting = new List<StoredSupport>();
        await foreach (StoredSupport support in ApartAsync(change.Receipt, cancellationToken))
            waiting.Add(support);
        foreach (StoredSupport support in waiting)
            await contention.RetryAsync(cancellation => DecideAsync(support, at, cancellation), cancellationToken);
    }

    private async ValueTask<bool> DecideAsync(StoredSupport waiting, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var supporter = new ParticipantId(waiting.Participant);
        // Withdrawn, erased or moved to another id meanwhile.
        if (await supports.FindAsync(supporter, waiting.Receipt, cancellationToken) is not { Value.Apart: true } before)
            return true;
        EntityWrite row = Counts
            ? StoreReads.Put(before.Row, before.Value with { Apart = null }, StoredRow.Json.StoredSupport, before.ETag)
            : new EntityWrite.Delete(before.Row, before.ETag);
        return await counters.WriteAsync(
            [row, await supports.CountReviewedAsync(before.Value, Counts, cancellationToken)],
            new Audit(Counts ? "support-counted" : "support-discarded", before.Value.Proposal, supporter, 2),
            at,
            [],
            cancellationToken
        );
    }

    private async IAsyncEnumerable<StoredSupport> ApartAsync(
        ReceiptNumber receipt,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (
            Kept<StoredSupport> support in Store.AllAsync(Partition, RowKeys.Supports, StoredRow.Json.StoredSupport, cancellationToken)
        )
        {
            if (support.Value.Apart is true && support.Value.Receipt == receipt.Digits)
                yield return support.Value;
        }
    }
}
