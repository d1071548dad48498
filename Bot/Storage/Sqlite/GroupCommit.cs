using System.Collections.Immutable;
using System.Threading.Channels;

namespace AgaBot.Storage.Sqlite;

/// <summary>
/// One thread that writes for everybody: it takes what is waiting, commits it in one transaction, and tells each caller
/// its own outcome. So waiting for the disk costs once a group, and a conflict is the conflict of its batch alone.
/// </summary>
internal sealed class GroupCommit
{
    /// <summary>Batches in one transaction; a bound on how long the first of them waits.</summary>
    private const int MaxGroup = 256;

    /// <summary>Batches that may wait; whoever comes then waits to be let in.</summary>
    private const int MaxWaiting = 1024;

    private readonly Channel<PendingWrite> waiting = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true, AllowSynchronousContinuations = true }
    );

    /// <summary>Wakes the writing thread. It sleeps in the kernel: on a small machine a thread that spins takes the time of those that work.</summary>
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

    /// <summary>Takes no more batches, writes those that wait, and closes the connection.</summary>
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
    /// Takes what is waiting, and lets those go first who are about to wait as well: on an idle machine that costs nothing, on a busy one
    /// a commit then serves more of them.
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
            // Nobody is above this thread: those who wait are told, whatever it was. Closing the connection rolls back,
            // and the next group starts with a new one.
            writer?.Dispose();
            writer = null;
            Exception told = SqliteFaults.IsUnavailable(exception) ? SqliteFaults.Unavailable(exception) : exception;
            foreach (PendingWrite pending in group)
                pending.Fail(told);
        }
    }
}
