using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Supports;

/// <summary>
/// A support, and the count of its proposal in the supporter's shard, which changes in the same batch: so sixty people who support one
/// proposal at once seldom meet.
/// </summary>
internal sealed class SupportRows(PlanStore plan)
{
    /// <summary>The row of the count that a support adds one to.</summary>
    public static string CountOf(StoredSupport support) =>
        RowKeys.SupportCount(support.Receipt, RowKeys.Shard(new ParticipantId(support.Participant)));

    public static EntityWrite Put(StoredSupport support) =>
        StoreReads.Put(
            RowKeys.Support(new ParticipantId(support.Participant), support.Receipt),
            support,
            StoredRow.Json.StoredSupport,
            before: null
        );

    public ValueTask<Kept<StoredSupport>?> FindAsync(ParticipantId id, string receipt, CancellationToken cancellationToken) =>
        plan.Store.FindAsync(plan.Partition, RowKeys.Support(id, receipt), StoredRow.Json.StoredSupport, cancellationToken);

    /// <summary>The count with one support more or less, for the batch of that support. A support that is apart is counted apart.</summary>
    public ValueTask<EntityWrite> CountAsync(StoredSupport support, int difference, CancellationToken cancellationToken) =>
        support.Apart is true
            ? CountAsync(support, 0, difference, cancellationToken)
            : CountAsync(support, difference, 0, cancellationToken);

    /// <summary>The count where a support is no longer apart.</summary>
    /// <param name="counts">Whether the support counts from now on; if not, it is taken away.</param>
    public ValueTask<EntityWrite> CountReviewedAsync(StoredSupport support, bool counts, CancellationToken cancellationToken) =>
        CountAsync(support, counts ? 1 : 0, -1, cancellationToken);

    private async ValueTask<EntityWrite> CountAsync(StoredSupport support, int counted, int apart, CancellationToken cancellationToken)
    {
        string row = CountOf(support);
        Kept<StoredSupportCount>? before = await plan.Store.FindAsync(
            plan.Partition,
            row,
            StoredRow.Json.StoredSupportCount,
            cancellationToken
        );
        int apartAfter = (before?.Value.Apart ?? 0) + apart;
        var after = new StoredSupportCount(StoredRow.Version, (before?.Value.Count ?? 0) + counted, apartAfter == 0 ? null : apartAfter);
        return StoreReads.Put(row, after, StoredRow.Json.StoredSupportCount, before?.ETag);
    }

    /// <summary>Whether a support of the proposal is apart, by its counts.</summary>
    public async ValueTask<bool> HasApartAsync(string receipt, CancellationToken cancellationToken)
    {
        await foreach (
            Kept<StoredSupportCount> count in plan.Store.AllAsync(
                plan.Partition,
                RowKeys.SupportCountsOf(receipt),
                StoredRow.Json.StoredSupportCount,
                cancellationToken
            )
        )
        {
            if (count.Value.Apart > 0)
                return true;
        }
        return false;
    }

    /// <summary>The counts where one support takes the place of another; none where both are in one count.</summary>
    public async ValueTask<ImmutableArray<EntityWrite>> CountMovedAsync(
        StoredSupport gone,
        StoredSupport come,
        CancellationToken cancellationToken
    ) =>
        CountOf(gone) == CountOf(come) ? [] : [await CountAsync(gone, -1, cancellationToken), await CountAsync(come, 1, cancellationToken)];
}
