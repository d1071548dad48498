using AgaBot.Plans;

namespace AgaBot.Storage.Records.Changes;

/// <summary>Writes the changes of one kind.</summary>
internal abstract class PlanChangeWriter
{
    public abstract Type ChangeType { get; }

    /// <summary>The participant or the mesa in whose shard the change is counted.</summary>
    public abstract ParticipantId CountedWith(PlanChange change);

    /// <summary>Reads the rows that the change touches, and says what becomes of them. Runs again after a conflict.</summary>
    public abstract ValueTask<PlanEdit> EditAsync(PlanChange change, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Runs after the write, while the shard is still held; also where there was nothing to write.</summary>
    public abstract ValueTask FinishAsync(PlanChange change, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Takes back a change of a person who was erased meanwhile.</summary>
    public abstract ValueTask TakeBackAsync(
        PlanChange change,
        ParticipantId erased,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );
}

/// <inheritdoc cref="PlanChangeWriter"/>
internal abstract class PlanChangeWriter<TChange>(PlanStore plan) : PlanChangeWriter
    where TChange : PlanChange
{
    public sealed override Type ChangeType => typeof(TChange);

    protected IEntityStore Store { get; } = plan.Store;

    protected string Partition { get; } = plan.Partition;

    public sealed override ParticipantId CountedWith(PlanChange change) => CountedWith((TChange)change);

    public sealed override ValueTask<PlanEdit> EditAsync(PlanChange change, DateTimeOffset at, CancellationToken cancellationToken) =>
        EditAsync((TChange)change, at, cancellationToken);

    public sealed override ValueTask FinishAsync(PlanChange change, DateTimeOffset at, CancellationToken cancellationToken) =>
        FinishAsync((TChange)change, at, cancellationToken);

    public sealed override ValueTask TakeBackAsync(
        PlanChange change,
        ParticipantId erased,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => TakeBackAsync((TChange)change, erased, at, cancellationToken);

    protected virtual ParticipantId CountedWith(TChange change) => change.By;

    protected abstract ValueTask<PlanEdit> EditAsync(TChange change, DateTimeOffset at, CancellationToken cancellationToken);

    protected virtual ValueTask FinishAsync(TChange change, DateTimeOffset at, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    protected virtual ValueTask TakeBackAsync(
        TChange change,
        ParticipantId erased,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => ValueTask.CompletedTask;
}
