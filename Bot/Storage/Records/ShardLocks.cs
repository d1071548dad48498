namespace AgaBot.Storage.Records;

/// <summary>Lets the writers of this process into a shard one by one: only other processes are met as conflicts.</summary>
internal sealed class ShardLocks
{
    private readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, RowKeys.Shards).Select(static _ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Held> EnterAsync(int shard, CancellationToken cancellationToken)
    {
        await locks[shard].WaitAsync(cancellationToken);
        return new Held(locks[shard]);
    }

    internal readonly struct Held(SemaphoreSlim held) : IDisposable
    {
        public void Dispose() => held.Release();
    }
}
