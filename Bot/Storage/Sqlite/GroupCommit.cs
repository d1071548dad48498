using System.Collections.Immutable;
using System.Threading.Channels;

namespace AgaBot.Storage.Sqlite;

/// <summary>
/// One thread writes for all callers: it takes the waiting batches, commits them in one transaction, and gives each caller its own outcome.
/// A group waits for the disk once, and a conflict concerns its own batch alone.
/// </summary>
internal sealed class GroupCommit
{
    /// <summary>Batches in one transaction; a bound on how long the first of them waits.</summary>
    private const int MaxGroup = 256;

    /// <summary>Batches that may wait; further callers wait until there is room.</summary>
    private const int MaxWaiting = 1024;

    private readonly Channel<PendingWrite> waiting = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, AllowSynchronousContinuations = true }
    );

    /// <summary>
    /// Wakes the writing thread. The thread sleeps in the kernel: on a small machine a spinning thread takes time from working threads.
    /// </summary>
    private readonly object wake = new();

    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteFile file;
    private SqliteWriter? writer;

    public GroupCommit(SqliteFile file)
    {
        this.file = file;
        new Thread(Run) { IsBackground = true, Name = "SQLite writer" }.Start();
    }

    public ValueTask<WriteOutcome> WriteAsync(string partition, ImmutableArray<EntityWrite> batch, CancellationToken cancellationToken)
    {
        var pending = new PendingWrite(partition, batch, cancellationToken);
        return waiting.Writer.TryWrite(pending) ? new ValueTask<WriteOutcome>(pending.Task) : WaitForRoomAsync(pending, cancellationToken);
    }

    /// <summary>Accepts no more batches, writes the waiting ones, and closes the connection.</summary>
    public Task CloseAsync()
    {
        waiting.Writer.TryComplete();
        return finished.Task;
    }

    private async ValueTask<WriteOutcome> WaitForRoomAsync(PendingWrite pending, CancellationToken cancellationToken)
    {
        try
        {
            await waiting.Writer.WriteAsync(pending, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteStore));
        }

        return await pending.Task;
    }

    private void Run()
    {
        var group = new List<PendingWrite>(MaxGroup);
        while (WaitForWork())
        {
            Gather(group);
            Write(group);
            group.Clear();
        }

        writer?.Dispose();
        finished.SetResult();
    }

    /// <summary>
    /// Takes the waiting batches, after letting callers that are about to wait go first: on an idle machine that costs nothing, on a busy
    /// machine a commit then serves more callers.
    /// </summary>
    private void Gather(List<PendingWrite> group)
    {
        int before;
        do
        {
            before = group.Count;
            while (group.Count < MaxGroup && waiting.Reader.TryRead(out PendingWrite? pending))
                group.Add(pending);
        } while (group.Count > before && group.Count < MaxGroup && Thread.Yield());
    }

    private bool WaitForWork()
    {
        Task<bool> work = waiting.Reader.WaitToReadAsync().AsTask();
        if (!work.IsCompleted)
        {
            work.GetAwaiter().UnsafeOnCompleted(Wake);
            lock (wake)
            {
                while (!work.IsCompleted)
                    Monitor.Wait(wake);
            }
        }

        return work.GetAwaiter().GetResult();
    }

    private void Wake()
    {
        lock (wake)
            Monitor.Pulse(wake);
    }

    private void Write(List<PendingWrite> group)
    {
        try
        {
            writer ??= new SqliteWriter(file);
            writer.Begin();
            foreach (PendingWrite pending in group)
            {
                if (pending.TryTake())
                    pending.Keep(writer.Apply(pending.Partition, pending.Batch));
            }

            writer.Commit();
            foreach (PendingWrite pending in group)
                pending.Tell();
        }
        catch (Exception exception)
        {
            // No caller catches exceptions of this thread: every waiting caller is given the exception. Closing the connection rolls back,
            // and the next group opens a new one.
            writer?.Dispose();
            writer = null;
            Exception told = SqliteFaults.IsUnavailable(exception) ? SqliteFaults.Unavailable(exception) : exception;
            foreach (PendingWrite pending in group)
                pending.Fail(told);
        }
    }
}
