using System.Collections.Frozen;
using AgaBot.Consultations;
using AgaBot.Plans;

namespace AgaBot.Storage.Records.Consultations;

/// <summary>
/// Writes consultations into the plan's partition, and their responses into partitions of their own, distributed by participant: ten
/// thousand people may answer within a minute.
/// </summary>
internal sealed class ConsultationLedger(IEntityStore store, Plan plan, TimeProvider time) : IConsultationLedger
{
    private readonly ShardLocks locks = new();
    private readonly OptimisticRetry contention = new(time);

    private readonly FrozenDictionary<Type, ConsultationChangeWriter> writers = FeatureParts
        .Create<ConsultationChangeWriter>(new PlanStore(store, plan, time))
        .ToFrozenDictionary(static writer => writer.ChangeType);

    public async ValueTask ApplyAsync(ConsultationChange change, CancellationToken cancellationToken)
    {
        ConsultationChangeWriter writer = writers[change.GetType()];
        using ShardLocks.Held held = await locks.EnterAsync(RowKeys.Shard(change.By), cancellationToken);
        await contention.RetryAsync(cancellation => writer.TryWriteAsync(change, cancellation), cancellationToken);
        await writer.FinishAsync(change, cancellationToken);
    }
}
