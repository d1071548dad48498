using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace AgaBot.Storage.Records;

/// <summary>
/// Remembers some rows as this process wrote them last, so that whoever writes the next state of one need not read it: on Table Storage a
/// read is a call over the network. What is remembered may be out of date where another process came between: then the write conflicts, as
/// it would have, and the row is read again.
/// </summary>
/// <param name="remembers">Which row keys. Only such as are read to be written on; and nobody else writes or reads one while it is being written.</param>
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
        // Before the write: where its answer is lost, nobody here knows what is there.
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
            // Not null alone: as bytes, it would be an empty value.
            _ => default(ReadOnlyMemory<byte>?),
        };
}
