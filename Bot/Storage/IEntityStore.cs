using System.Collections.Immutable;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage;

/// <summary>
/// Partitions of rows with ETags and atomic batches within a partition: what Azure Table Storage gives, and no more.
/// Keys may hold every character that a person can type; adapters encode them so that ordinal order is kept.
/// </summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached or is throttling.</exception>
public interface IEntityStore
{
    ValueTask<Entity?> GetAsync(string partition, string row, CancellationToken cancellationToken);

    /// <summary>Rows of one partition in ordinal order of their keys, a page at a time.</summary>
    /// <param name="limit">At most this many rows, 1 to 1,000.</param>
    /// <param name="after">Row key after which to go on, exclusive; null for the start of the range.</param>
    ValueTask<EntityPage> QueryAsync(string partition, RowRange range, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Writes 1 to 100 rows of one partition, all or none.</summary>
    /// <exception cref="EntityTooLargeException">A value, or the batch, is over the limit that every adapter keeps.</exception>
    ValueTask<WriteOutcome> WriteAsync(string partition, ImmutableArray<EntityWrite> batch, CancellationToken cancellationToken);

    /// <summary>Reads one row, to find out whether the store can be reached.</summary>
    ValueTask CheckAsync(CancellationToken cancellationToken);
}

/// <param name="Value">Opaque bytes; usually UTF-8 JSON.</param>
public sealed record Entity(string Row, ReadOnlyMemory<byte> Value, string ETag);

/// <param name="More">Whether rows of the range may be left after the last one.</param>
public sealed record EntityPage(ImmutableArray<Entity> Rows, bool More);

/// <summary>Row keys from <paramref name="From"/> (inclusive) to <paramref name="To"/> (exclusive), ordinally; null means open.</summary>
public readonly record struct RowRange(string? From, string? To)
{
    public static RowRange All => default;

    /// <summary>All keys that begin with <paramref name="prefix"/>.</summary>
    public static RowRange StartingWith(string prefix)
    {
        // The first key after all of them: the last code unit plus one; trailing code units at the maximum are dropped.
        string stem = prefix.TrimEnd(char.MaxValue);
        return new RowRange(prefix, stem.Length == 0 ? null : string.Concat(stem.AsSpan(0, stem.Length - 1), [(char)(stem[^1] + 1)]));
    }

    /// <summary>The rest of the range after <paramref name="row"/>, exclusive; the whole range where it is null.</summary>
    public RowRange After(string? row)
    {
        if (row is null)
            return this;

        // No key lies between a key and itself with U+0000 behind.
        string next = row + '\0';
        return From is null || string.CompareOrdinal(From, next) < 0 ? this with { From = next } : this;
    }
}

/// <summary>One operation of a batch.</summary>
public abstract record EntityWrite
{
    private EntityWrite(string row) => Row = row;

    public string Row { get; }

    /// <summary>The row must not be there.</summary>
    public sealed record Insert(string Row, ReadOnlyMemory<byte> Value) : EntityWrite(Row);

    /// <summary>The row must be there with this ETag.</summary>
    public sealed record Replace(string Row, ReadOnlyMemory<byte> Value, string ETag) : EntityWrite(Row);

    /// <summary>Leaves the value of the row unchanged. The row must exist with this ETag, and may have another ETag afterwards.</summary>
    public sealed record Check(string Row, string ETag) : EntityWrite(Row);

    /// <summary>The row must be there with this ETag.</summary>
    public sealed record Delete(string Row, string ETag) : EntityWrite(Row);
}

/// <summary>The outcome of a batch.</summary>
public abstract record WriteOutcome
{
    private WriteOutcome() { }

    /// <param name="ETags">The new ETag of each operation, in order; empty for a delete.</param>
    public sealed record Written(ImmutableArray<string> ETags) : WriteOutcome;

    /// <summary>Nothing was written: the row of the operation at <paramref name="Index"/> was in another state.</summary>
    public sealed record Conflict(int Index, string Row) : WriteOutcome;
}

/// <summary>Limits that every adapter enforces, so that data can move between adapters.</summary>
public static class EntityLimits
{
    /// <summary>Bytes of one value.</summary>
    public const int MaxValueBytes = 900 * 1024;

    /// <summary>Bytes of all values of a batch: Table Storage takes 4 MiB in base64 with the envelope of a hundred operations.</summary>
    public const int MaxBatchBytes = 2560 * 1024;

    public const int MaxBatchOperations = 100;

    /// <summary>Rows of one page of a query.</summary>
    public const int MaxPage = 1000;

    /// <summary>UTF-16 code units of a partition or row key, before <see cref="KeyEncoding"/>: encoded it fits in 1 KiB.</summary>
    public const int MaxKeyLength = 170;
}

/// <summary>A value or a batch is over <see cref="EntityLimits"/>.</summary>
public sealed class EntityTooLargeException(string message) : Exception(message);
