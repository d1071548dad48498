using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgaBot.Storage.Sqlite;

/// <summary>
/// The entity store in one SQLite file. Reads are done when the call returns, on connections kept open;
/// writes go through <see cref="GroupCommit"/>.
/// </summary>
/// <remarks>The file is opened at the first call, and again after a failure: a store that was down comes back by itself.</remarks>
public sealed class SqliteStore : IEntityStore, IEntityScan, IAsyncDisposable, IDisposable
{
    private readonly SqliteFile file;
    private readonly ReaderPool readers;
    private readonly GroupCommit writes;

    public SqliteStore(SqliteOptions options)
    {
        file = new SqliteFile(options);
        readers = new ReaderPool(file);
        writes = new GroupCommit(file);
        Upkeep = new SqliteUpkeep(file);
    }

    /// <summary>What is done to the file outside turns.</summary>
    internal SqliteUpkeep Upkeep { get; }

    public ValueTask<Entity?> GetAsync(string partition, string row, CancellationToken cancellationToken)
    {
        StoreRules.CheckKey(partition);
        StoreRules.CheckKey(row);
        return Read((partition, row), static (reader, asked) => reader.Get(asked.partition, asked.row), cancellationToken);
    }

    public ValueTask<EntityPage> QueryAsync(string partition, RowRange range, int limit, string? after, CancellationToken cancellationToken)
    {
        StoreRules.CheckQuery(partition, range, limit, after);
        return Read(
            (partition, range: range.After(after), limit),
            static (reader, asked) => reader.Query(asked.partition, asked.range, asked.limit),
            cancellationToken
        );
    }

    public ValueTask<WriteOutcome> WriteAsync(string partition, ImmutableArray<EntityWrite> batch, CancellationToken cancellationToken)
    {
        StoreRules.CheckBatch(partition, batch);
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<WriteOutcome>(cancellationToken)
            : writes.WriteAsync(partition, batch, cancellationToken);
    }

    public async ValueTask CheckAsync(CancellationToken cancellationToken) => await GetAsync("check", "check", cancellationToken);

    // Reading a file is synchronous; the rows are returned as the caller takes them.
#pragma warning disable CS1998
    public async IAsyncEnumerable<ScannedEntity> ScanAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
#pragma warning restore CS1998
    {
        using SqliteScan scan = Try(() => new SqliteScan(file, prefix));
        while (Try(scan.Next) is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    /// <summary>Copies the current state of the file, while others write.</summary>
    /// <returns>How many rows the copy holds.</returns>
    /// <exception cref="IOException">There is a file at <paramref name="path"/> already.</exception>
    /// <exception cref="DamagedStoreException">The copy is damaged, and the store most likely too.</exception>
    public ValueTask<long> BackUpAsync(string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return OwnersFile.WriteWholeAsync(
            path,
            unfinished => ValueTask.FromResult(Try(() => SqliteBackup.Make(file, unfinished, cancellationToken)))
        );
    }

    /// <summary>
    /// Refuses a file that is not a store. The connection is kept: while one is open, SQLite neither makes nor removes files beside it.
    /// </summary>
    /// <exception cref="NotAStoreException">The file is not a store.</exception>
    internal void RefuseForeign()
    {
        if (!File.Exists(file.Path))
            return;
        try
        {
            readers.Return(readers.Rent());
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_NOTADB)
        {
            throw new NotAStoreException(
                $"{file.Path} is not a store of AgaBot, or its beginning is destroyed: "
                    + "name the store with Storage:Sqlite:Path, or restore a backup."
            );
        }
    }

    /// <summary>Writes the waiting batches, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await writes.CloseAsync();
        readers.Dispose();
    }

    public void Dispose()
    {
        writes.CloseAsync().Wait();
        readers.Dispose();
    }

    private ValueTask<TResult> Read<TAsked, TResult>(
        TAsked asked,
        Func<SqliteReader, TAsked, TResult> read,
        CancellationToken cancellationToken
    )
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<TResult>(cancellationToken);

        SqliteReader? reader = null;
        try
        {
            reader = readers.Rent();
            TResult result = read(reader, asked);
            readers.Return(reader);
            return ValueTask.FromResult(result);
        }
        catch (Exception exception)
        {
            // A reader that failed may hold a snapshot or a deleted file: it is not used again.
            reader?.Dispose();
            return ValueTask.FromException<TResult>(
                SqliteFaults.IsUnavailable(exception) ? SqliteFaults.Unavailable(exception) : exception
            );
        }
    }

    private static T Try<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception exception) when (SqliteFaults.IsUnavailable(exception))
        {
            throw SqliteFaults.Unavailable(exception);
        }
    }
}
