using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records;

/// <summary>
/// Rows of who supports what. Each changes in one batch with the count of its proposal in the supporter's shard, so that sixty people who support
/// one proposal at once seldom meet, and with its row in the audit log.
/// </summary>
internal sealed class SupportLedger(IEntityStore store, Plan plan, TimeProvider time)
{
    private readonly string partition = RowKeys.PlanPartition(plan);
    private readonly OptimisticRetry contention = new(time);
    private readonly PlanCounters counters = new(store, plan);

    /// <summary>The count that a support adds one to.</summary>
    public static string CountOf(StoredSupport support) =>
        RowKeys.SupportCount(support.Receipt, RowKeys.Shard(new ParticipantId(support.Participant)));

    public async ValueTask<PlanEdit> SupportAsync(
        PlanChange.ProposalSupported change,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        string digits = change.Receipt.Digits;
        // Nobody supports what is their own, nor what another plan has under this number.
        if (
            await store.FindAsync(partition, RowKeys.Proposal(digits), StoredRow.Json.StoredProposal, cancellationToken) is not { } proposal
            || proposal.Value.Author == change.Supporter.Value
            || await FindAsync(change.Supporter, digits, cancellationToken) is not null
        )
            return new PlanEdit.Nothing();
        var support = new StoredSupport(StoredRow.Version, change.Supporter.Value, proposal.Value.Id, digits, at);
        return new PlanEdit.Write(
            [Put(support), .. await CountAsync((support, 1), cancellationToken: cancellationToken)],
            PlanCounts.None,
            new Audit("proposal-supported", support.Proposal, change.Supporter, 1)
        );
    }

    public async ValueTask<PlanEdit> WithdrawAsync(PlanChange.SupportWithdrawn change, CancellationToken cancellationToken)
    {
        if (await FindAsync(change.Supporter, change.Receipt.Digits, cancellationToken) is not { } before)
            return new PlanEdit.Nothing();
        return new PlanEdit.Write(
            [
                new EntityWrite.Delete(before.Row, before.ETag),
                .. await CountAsync((before.Value, -1), cancellationToken: cancellationToken),
            ],
            PlanCounts.None,
            new Audit("support-withdrawn", before.Value.Proposal, change.Supporter, 2)
        );
    }

    /// <summary>
    /// What somebody supported belongs to whom they have become: once, where both supported it, and not at all where it is their own now.
    /// </summary>
    public async ValueTask MoveAsync(ParticipantId from, ParticipantId to, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (string receipt in await ReceiptsAsync(from, cancellationToken))
            await contention.RetryAsync(cancellation => MoveAsync(from, to, receipt, at, cancellation), cancellationToken);
        foreach (string receipt in await ReceiptsAsync(to, cancellationToken))
            await contention.RetryAsync(cancellation => DropOwnAsync(to, receipt, at, cancellation), cancellationToken);
    }

    /// <summary>The counts stay, as nobody's.</summary>
    public async ValueTask EraseAsync(ParticipantId id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (string receipt in await ReceiptsAsync(id, cancellationToken))
            await contention.RetryAsync(cancellation => EraseAsync(id, receipt, at, cancellation), cancellationToken);
    }

    private async ValueTask<bool> MoveAsync(
        ParticipantId from,
        ParticipantId to,
        string receipt,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(from, receipt, cancellationToken) is not { } before)
            return true;
        bool drop = await IsOwnAsync(to, receipt, cancellationToken) || await FindAsync(to, receipt, cancellationToken) is not null;
        StoredSupport after = before.Value with { Participant = to.Value };
        return await WriteAsync(
            drop
                ?
                [
                    new EntityWrite.Delete(before.Row, before.ETag),
                    .. await CountAsync((before.Value, -1), cancellationToken: cancellationToken),
                ]
                :
                [
                    new EntityWrite.Delete(before.Row, before.ETag),
                    Put(after),
                    .. await CountAsync((before.Value, -1), (after, 1), cancellationToken),
                ],
            new Audit(drop ? "support-dropped" : "support-moved", before.Value.Proposal, to, 2),
            at,
            cancellationToken
        );
    }

    private async ValueTask<bool> DropOwnAsync(ParticipantId id, string receipt, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, receipt, cancellationToken) is not { } before || !await IsOwnAsync(id, receipt, cancellationToken))
            return true;
        return await WriteAsync(
            [
                new EntityWrite.Delete(before.Row, before.ETag),
                .. await CountAsync((before.Value, -1), cancellationToken: cancellationToken),
            ],
            new Audit("support-dropped", before.Value.Proposal, id, 2),
            at,
            cancellationToken
        );
    }

    private async ValueTask<bool> EraseAsync(ParticipantId id, string receipt, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, receipt, cancellationToken) is not { } before)
            return true;
        StoredSupport nobodys = before.Value with { Participant = ParticipantId.Nobody.Value };
        return await WriteAsync(
            [
                new EntityWrite.Delete(before.Row, before.ETag),
                StoreReads.Put(RowKeys.Anonymous(RowKeys.Supports), nobodys, StoredRow.Json.StoredSupport, before: null),
                .. await CountAsync((before.Value, -1), (nobodys, 1), cancellationToken),
                .. await store.ForgetAliasAsync(partition, id, cancellationToken),
            ],
            new Audit("supporter-erased", before.Value.Proposal, ParticipantId.Nobody, 2),
            at,
            cancellationToken
        );
    }

    private ValueTask<bool> WriteAsync(
        ImmutableArray<EntityWrite> rows,
        Audit audit,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => counters.WriteAsync(rows, audit, at, [], cancellationToken);

    private static EntityWrite Put(StoredSupport support) =>
        StoreReads.Put(
            RowKeys.Support(new ParticipantId(support.Participant), support.Receipt),
            support,
            StoredRow.Json.StoredSupport,
            before: null
        );

    private async ValueTask<ImmutableArray<EntityWrite>> CountAsync(
        (StoredSupport Support, int By) first,
        (StoredSupport Support, int By)? second = null,
        CancellationToken cancellationToken = default
    )
    {
        if (second is { } other && CountOf(other.Support) == CountOf(first.Support))
            return first.By + other.By == 0 ? [] : throw new ArgumentException("One count changes twice in a batch.", nameof(second));
        ImmutableArray<EntityWrite> counted = [await CountAsync(first.Support, first.By, cancellationToken)];
        return second is { } also ? counted.Add(await CountAsync(also.Support, also.By, cancellationToken)) : counted;
    }

    private async ValueTask<EntityWrite> CountAsync(StoredSupport support, int by, CancellationToken cancellationToken)
    {
        string row = CountOf(support);
        Kept<StoredSupportCount>? before = await store.FindAsync(partition, row, StoredRow.Json.StoredSupportCount, cancellationToken);
        return StoreReads.Put(
            row,
            new StoredSupportCount(StoredRow.Version, (before?.Value.Count ?? 0) + by),
            StoredRow.Json.StoredSupportCount,
            before?.ETag
        );
    }

    private async ValueTask<bool> IsOwnAsync(ParticipantId id, string receipt, CancellationToken cancellationToken) =>
        (await store.FindAsync(partition, RowKeys.Proposal(receipt), StoredRow.Json.StoredProposal, cancellationToken))?.Value.Author
        == id.Value;

    private ValueTask<Kept<StoredSupport>?> FindAsync(ParticipantId id, string receipt, CancellationToken cancellationToken) =>
        store.FindAsync(partition, RowKeys.Support(id, receipt), StoredRow.Json.StoredSupport, cancellationToken);

    /// <summary>Read before anything is changed: a page would begin after a row that is gone.</summary>
    private async ValueTask<ImmutableArray<string>> ReceiptsAsync(ParticipantId id, CancellationToken cancellationToken)
    {
        var receipts = ImmutableArray.CreateBuilder<string>();
        await foreach (
            Kept<StoredSupport> support in store.AllAsync(
                partition,
                RowKeys.SupportsOf(id),
                StoredRow.Json.StoredSupport,
                cancellationToken
            )
        )
            receipts.Add(support.Value.Receipt);
        return receipts.ToImmutable();
    }
}
