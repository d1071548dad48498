using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Auditing;

namespace AgaBot.Storage.Records.Changes;

/// <summary>
/// Writes each change of a plan in one batch of the plan's partition: the rows that its writer edits, the counter of the shard, and the
/// change's row in the audit log.
/// </summary>
/// <remarks>
/// A change whose write succeeded but whose answer was lost is recognised when it is applied again: its rows show the change, and nothing
/// is counted twice.
/// </remarks>
internal sealed class PlanLedger(IEntityStore store, Plan plan, TimeProvider time) : IPlanLedger
{
    private readonly string partition = RowKeys.PlanPartition(plan);
    private readonly ShardLocks locks = new();

    /// <summary>The store for the holder of a shard, who alone writes its counter and the end of its chain.</summary>
    private readonly LastWriteCache inShard = new(store, RowKeys.IsEndOfShard);

    private readonly OptimisticRetry contention = new(time);
    private readonly PlanChangeWriters writers = new(new PlanStore(store, plan, time));

    public async ValueTask<ChangeOutcome> ApplyAsync(PlanChange change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        PlanChangeWriter writer = writers.Of(change);
        int shard = RowKeys.Shard(writer.CountedWith(change));
        using ShardLocks.Held held = await locks.EnterAsync(shard, cancellationToken);
        ChangeOutcome outcome = await contention.RetryAsync(
            cancellation => TryApplyAsync(writer, change, shard, at, cancellation),
            cancellationToken
        );
        await writer.FinishAsync(change, at, cancellationToken);
        return outcome;
    }

    private async ValueTask<ChangeOutcome?> TryApplyAsync(
        PlanChangeWriter writer,
        PlanChange change,
        int shard,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        PlanEdit edit = await writer.EditAsync(change, at, cancellationToken);
        return edit is not PlanEdit.Write write || await WriteAsync(write, shard, at, cancellationToken) ? edit.Outcome : null;
    }

    private async ValueTask<bool> WriteAsync(PlanEdit.Write write, int shard, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ImmutableArray<EntityWrite> batch =
        [
            .. write.Rows,
            .. await inShard.AppendAsync(partition, shard, write.Audit, at, cancellationToken),
        ];
        if (!write.Difference.IsNone)
            batch = batch.Add(await PlanCounters.CountAsync(inShard, partition, shard, write.Difference, cancellationToken));
        return await inShard.WriteAsync(partition, batch, cancellationToken) is WriteOutcome.Written;
    }
}
