using AgaBot.Turns.Persistence;

namespace AgaBot.Storage;

/// <summary>Reads the whole store, for an operator's commands. A turn must not use it.</summary>
public interface IEntityScan
{
    /// <summary>
    /// The rows of all partitions that begin with <paramref name="prefix"/>, in ordinal order of partitions and then of rows.
    /// </summary>
    /// <remarks>SQLite reads a snapshot taken at the first row; Table Storage does not, and includes changes made meanwhile.</remarks>
    /// <param name="prefix">Empty for everything.</param>
    /// <exception cref="StoreUnavailableException">While it is read.</exception>
    IAsyncEnumerable<ScannedEntity> ScanAsync(string prefix, CancellationToken cancellationToken);
}

/// <summary>A row with its place.</summary>
public readonly record struct ScannedEntity(string Partition, string Row, ReadOnlyMemory<byte> Value);
