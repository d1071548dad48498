using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Storage;

namespace AgaBot.Bench.Steps;

/// <summary>A fast in-memory entity store that counts its calls. For one caller at a time.</summary>
internal sealed class MemoryStore : IEntityStore
{
    private readonly Dictionary<string, SortedList<string, Entity>> partitions = new(StringComparer.Ordinal);
    private long etag;

    public StoreUse Use { get; set; } = new();

    public ValueTask<Entity?> GetAsync(string partition, string row, CancellationToken cancellationToken)
    {
        Use = Use with { Reads = Use.Reads + 1 };
        return ValueTask.FromResult(Rows(partition).GetValueOrDefault(row));
    }

    public ValueTask<EntityPage> QueryAsync(string partition, RowRange range, int limit, string? after, CancellationToken cancellationToken)
    {
        Use = Use with { Reads = Use.Reads + 1 };
        RowRange asked = range.After(after);
        SortedList<string, Entity> kept = Rows(partition);
        int first = FirstAt(kept, asked.From ?? "");
        Entity[] rows =
        [
            .. Enumerable
                .Range(first, kept.Count - first)
                .Select(kept.GetValueAtIndex)
                .TakeWhile(row => asked.To is null || string.CompareOrdinal(row.Row, asked.To) < 0)
                .Take(limit + 1),
        ];
        return ValueTask.FromResult(new EntityPage([.. rows.Take(limit)], More: rows.Length > limit));
    }

    public ValueTask<WriteOutcome> WriteAsync(string partition, ImmutableArray<EntityWrite> batch, CancellationToken cancellationToken)
    {
        SortedList<string, Entity> rows = Rows(partition);
        for (int index = 0; index < batch.Length; index++)
        {
            if (!Fits(rows.GetValueOrDefault(batch[index].Row), batch[index]))
                return ValueTask.FromResult<WriteOutcome>(new WriteOutcome.Conflict(index, batch[index].Row));
        }
        int bytes = 0;
        string[] etags =
        [
            .. batch.Select(write =>
            {
                switch (write)
                {
                    case EntityWrite.Insert { Value: var value }:
                        bytes += value.Length;
                        return Keep(rows, write.Row, value);
                    case EntityWrite.Replace { Value: var value }:
                        bytes += value.Length;
                        return Keep(rows, write.Row, value);
                    case EntityWrite.Check { ETag: var same }:
                        return same;
                    default:
                        rows.Remove(write.Row);
                        return "";
                }
            }),
        ];
        Use = Use with { Writes = Use.Writes + 1, Bytes = Use.Bytes + bytes };
        return ValueTask.FromResult<WriteOutcome>(new WriteOutcome.Written([.. etags]));
    }

    public ValueTask CheckAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Index of the first row that is not before <paramref name="from"/>.</summary>
    private static int FirstAt(SortedList<string, Entity> rows, string from)
    {
        (int low, int high) = (0, rows.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (string.CompareOrdinal(rows.GetKeyAtIndex(middle), from) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static bool Fits(Entity? now, EntityWrite write) =>
        write switch
        {
            EntityWrite.Insert => now is null,
            EntityWrite.Replace { ETag: var tag } => now?.ETag == tag,
            EntityWrite.Check { ETag: var tag } => now?.ETag == tag,
            EntityWrite.Delete { ETag: var tag } => now?.ETag == tag,
            _ => false,
        };

    private string Keep(SortedList<string, Entity> rows, string row, ReadOnlyMemory<byte> value)
    {
        string tag = (++etag).ToString(CultureInfo.InvariantCulture);
        rows[row] = new Entity(row, value, tag);
        return tag;
    }

    private SortedList<string, Entity> Rows(string partition)
    {
        if (!partitions.TryGetValue(partition, out SortedList<string, Entity>? rows))
            partitions[partition] = rows = new(StringComparer.Ordinal);
        return rows;
    }
}

/// <summary>The store calls of a turn.</summary>
/// <param name="Bytes">Size of the values written.</param>
internal sealed record StoreUse(int Reads = 0, int Writes = 0, int Bytes = 0);
