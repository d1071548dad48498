namespace AgaBot.Storage.Records;

/// <summary>Lets one writer of this process at a time into a shard, so that only other processes cause conflicts.</summary>
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
