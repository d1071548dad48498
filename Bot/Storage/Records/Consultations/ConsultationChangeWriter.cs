using AgaBot.Consultations;

namespace AgaBot.Storage.Records.Consultations;

/// <summary>Writes the changes of one kind.</summary>
internal abstract class ConsultationChangeWriter
{
    public abstract Type ChangeType { get; }

    /// <summary>Reads the rows that the change touches and writes them. Runs again after a conflict.</summary>
    /// <returns>False where another writer was first since the rows were read.</returns>
    public abstract ValueTask<bool> TryWriteAsync(ConsultationChange change, CancellationToken cancellationToken);

    /// <summary>Runs after the write, while the shard is still held; also where there was nothing to write.</summary>
    public abstract ValueTask FinishAsync(ConsultationChange change, CancellationToken cancellationToken);
}

/// <inheritdoc cref="ConsultationChangeWriter"/>
internal abstract class ConsultationChangeWriter<TChange> : ConsultationChangeWriter
    where TChange : ConsultationChange
{
    public sealed override Type ChangeType => typeof(TChange);

    public sealed override ValueTask<bool> TryWriteAsync(ConsultationChange change, CancellationToken cancellationToken) =>
        TryWriteAsync((TChange)change, cancellationToken);

    public sealed override ValueTask FinishAsync(ConsultationChange change, CancellationToken cancellationToken) =>
        FinishAsync((TChange)change, cancellationToken);

    protected abstract ValueTask<bool> TryWriteAsync(TChange change, CancellationToken cancellationToken);

    protected virtual ValueTask FinishAsync(TChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
