using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace AgaBot.Storage.Records;

/// <summary>
/// Keeps the last written value of some rows, so that the next write of such a row needs no read: on Table Storage a read is a network
/// call. Another process may have changed the row meanwhile: then the write conflicts, and the row is read again.
/// </summary>
/// <param name="remembers">
/// The row keys to keep: only rows that are read in order to be written, and that no other caller reads or writes at the same time.
/// </param>
internal sealed class LastWriteCache(IEntityStore store, Func<string, bool> remembers) : IEntityStore
{
    private readonly ConcurrentDictionary<(string Partition, string Row), Entity> rows = new();

    public ValueTask<Entity?> GetAsync(string partition, string row, CancellationToken cancellationToken) =>
        rows.TryGetValue((partition, row), out Entity? written)
            ? ValueTask.FromResult<Entity?>(written)
            : store.GetAsync(partition, row, cancellationToken);

    public ValueTask<EntityPage> QueryAsync(
        string partition,
        RowRange range,
        int limit,
        string? after,
        CancellationToken cancellationToken
    ) => store.QueryAsync(partition, range, limit, after, cancellationToken);

    public async ValueTask<WriteOutcome> WriteAsync(
        string partition,
        ImmutableArray<EntityWrite> batch,
        CancellationToken cancellationToken
    )
    {
        // Removed before the write: where the answer is lost, the value in the store is unknown.
        foreach (EntityWrite write in batch)
            rows.TryRemove((partition, write.Row), out _);

        WriteOutcome outcome = await store.WriteAsync(partition, batch, cancellationToken);
        if (outcome is not WriteOutcome.Written written)
            return outcome;

        foreach ((EntityWrite write, string tag) in batch.Zip(written.ETags))
        {
            if (Value(write) is { } value && remembers(write.Row))
                rows[(partition, write.Row)] = new Entity(write.Row, value, tag);
        }

        return outcome;
    }

    public ValueTask CheckAsync(CancellationToken cancellationToken) => store.CheckAsync(cancellationToken);

    private static ReadOnlyMemory<byte>? Value(EntityWrite write) =>
        write switch
        {
            EntityWrite.Insert { Value: var value } => value,
            EntityWrite.Replace { Value: var value } => value,
            // A plain null would become an empty value.
            _ => default(ReadOnlyMemory<byte>?),
        };
}
