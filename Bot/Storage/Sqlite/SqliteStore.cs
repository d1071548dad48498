using System.Collections.Immutable;

namespace AgaBot.Storage.Sqlite;

/// <summary>
/// The entity store in one SQLite file. Reads are done when the call returns, on connections kept open;
/// writes go through <see cref="GroupCommit"/>.
/// </summary>
/// <remarks>The file is opened at the first call, and again after a failure: a store that was down comes back by itself.</remarks>
public sealed class SqliteStore : IEntityStore, IAsyncDisposable, IDisposable
{
    private readonly ReaderPool readers;
    private readonly GroupCommit writes;

    public SqliteStore(SqliteOptions options)
    {
        var file = new SqliteFile(options);
        readers = new ReaderPool(file);
        writes = new GroupCommit(file);
    }

    public ValueTask<Entity?> GetAsync(string partition, string row, CancellationToken cancellationToken)
    {
        StoreRules.CheckKey(partition);
        StoreRules.CheckKey(row);
        return Read((partition, row), static (reader, asked) => reader.Get(asked.partition, asked.row), cancellationToken);
    }

    public ValueTask<EntityPage> QueryAsync(string partition, RowRange range, int limit, string? after, CancellationToken cancellationToken)
    {
        StoreRules.CheckQuery(partition, range, limit, after);
        return Read((partition, range: range.After(after), limit), static (reader, asked) => reader.Query(asked.partition, asked.range, asked.limit), cancellationToken);
    }

    public ValueTask<WriteOutcome> WriteAsync(string partition, ImmutableArray<EntityWrite> batch, CancellationToken cancellationToken)
    {
        StoreRules.CheckBatch(partition, batch);
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<WriteOutcome>(cancellationToken)
            : writes.WriteAsync(partition, batch, cancellationToken);
    }

    public async ValueTask CheckAsync(CancellationToken cancellationToken) => await GetAsync("check", "check", cancellationToken);

    /// <summary>Writes what waits, and closes the file.</summary>
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

    private ValueTask<TResult> Read<TAsked, TResult>(TAsked asked, Func<SqliteReader, TAsked, TResult> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<TResult>(cancellationToken);

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
            // A reader that failed may hold a snapshot or a dead file: it is not used again.
            reader?.Dispose();
            return ValueTask.FromException<TResult>(SqliteFaults.IsUnavailable(exception) ? SqliteFaults.Unavailable(exception) : exception);
        }
    }
}
