using System.Collections.Immutable;

namespace AgaBot.Storage.Sqlite;

/// <summary>A batch that waits for the writer, with the caller who waits for its outcome.</summary>
internal sealed class PendingWrite : TaskCompletionSource<WriteOutcome>
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Cancelled = 2;

    private readonly CancellationToken cancellationToken;
    private readonly CancellationTokenRegistration registration;
    private WriteOutcome? outcome;
    private int state = Waiting;

    // Continuations of callers do not run on the writer's thread.
    public PendingWrite(string partition, ImmutableArray<EntityWrite> batch, CancellationToken cancellationToken)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Partition = partition;
        Batch = batch;
        this.cancellationToken = cancellationToken;
        registration = cancellationToken.UnsafeRegister(static pending => ((PendingWrite)pending!).Cancel(), this);
    }

    public string Partition { get; }

    public ImmutableArray<EntityWrite> Batch { get; }

    /// <summary>Afterwards the write can no longer be cancelled; false where it was cancelled before.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    /// <summary>Keeps the outcome until the transaction is committed.</summary>
    public void Keep(WriteOutcome written) => outcome = written;

    public void Tell()
    {
        registration.Dispose();
        if (outcome is not null)
            TrySetResult(outcome);
    }

    public void Fail(Exception exception)
    {
        registration.Dispose();
        TrySetException(exception);
    }

    private void Cancel()
    {
        if (Interlocked.CompareExchange(ref state, Cancelled, Waiting) == Waiting)
            TrySetCanceled(cancellationToken);
    }
}
