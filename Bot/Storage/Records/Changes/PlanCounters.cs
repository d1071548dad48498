using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Changes;

/// <summary>Writes rows of a plan's partition in one batch with the counters of their participants and the row in the audit log.</summary>
internal sealed class PlanCounters(IEntityStore store, Plan plan)
{
    private readonly string partition = RowKeys.PlanPartition(plan);

    /// <param name="differences">The difference to the counter of each participant's shard.</param>
    /// <returns>False where another writer was first since the rows were read.</returns>
    public async ValueTask<bool> WriteAsync(
        ImmutableArray<EntityWrite> rows,
        Audit audit,
        DateTimeOffset at,
        ImmutableArray<(ParticipantId Who, PlanCounts Difference)> differences,
        CancellationToken cancellationToken
    )
    {
        rows = rows.AddRange(await store.AppendAsync(partition, RowKeys.Shard(audit.Who), audit, at, cancellationToken));
        foreach (
            IGrouping<int, PlanCounts> shard in differences.GroupBy(
                static change => RowKeys.Shard(change.Who),
                static change => change.Difference
            )
        )
        {
            PlanCounts difference = shard.Aggregate(static (one, other) => one.Plus(other));
            if (!difference.IsNone)
                rows = rows.Add(await CountAsync(store, partition, shard.Key, difference, cancellationToken));
        }
        return await store.WriteAsync(partition, rows, cancellationToken) is WriteOutcome.Written;
    }

    /// <summary>The counter of a shard with the difference, for the batch of what it counts.</summary>
    public static async ValueTask<EntityWrite> CountAsync(
        IEntityStore store,
        string partition,
        int shard,
        PlanCounts difference,
        CancellationToken cancellationToken
    )
    {
        string row = RowKeys.Counter(shard);
        Kept<StoredPlanCounter>? before = await store.FindAsync(partition, row, StoredRow.Json.StoredPlanCounter, cancellationToken);
        PlanCounts counts = (before?.Value.ToCounts() ?? PlanCounts.None).Plus(difference);
        return StoreReads.Put(row, StoredPlanCounter.Of(counts), StoredRow.Json.StoredPlanCounter, before?.ETag);
    }
}
