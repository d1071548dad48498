using AgaBot.Turns.Persistence;

namespace AgaBot.Storage;

/// <summary>Reads a store through, for what an operator does to the whole of it: no turn may.</summary>
public interface IEntityScan
{
    /// <summary>The rows of all partitions that begin with <paramref name="prefix"/>, in ordinal order of partitions and then of rows.</summary>
    /// <remarks>SQLite gives them as they stood when the first was read; Table Storage gives what it finds as it goes.</remarks>
    /// <param name="prefix">Empty for everything.</param>
    /// <exception cref="StoreUnavailableException">While it is read.</exception>
    IAsyncEnumerable<ScannedEntity> ScanAsync(string prefix, CancellationToken cancellationToken);
}

/// <summary>A row with its place.</summary>
public readonly record struct ScannedEntity(string Partition, string Row, ReadOnlyMemory<byte> Value);
