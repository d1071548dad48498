using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgaBot.Storage.Sqlite;

/// <summary>
/// The database file: readable by its owner alone, migrated to the current schema, opened with the same settings everywhere.
/// </summary>
internal sealed class SqliteFile(SqliteOptions options)
{
    /// <summary>16 MB of log, so that a row that is written at each turn is copied into the file once for many turns.</summary>
    private const int CheckpointPages = 4000;

    /// <summary>Cache of the writing connection: the pages of some hundred active people stay valid from one commit to the next.</summary>
    public const int WritersCache = 4 * 1024;

    /// <summary>Cache of a reading connection: each commit of another connection empties it.</summary>
    public const int ReadersCache = 512;

    /// <summary>SQLITE_DBCONFIG_ENABLE_QPSG, https://sqlite.org/c3ref/c_dbconfig_defensive.html; the wrapper has no name for it.</summary>
    private const int StablePlans = 1007;

    private volatile bool wasThere;

    public string Path { get; } = System.IO.Path.GetFullPath(options.Path);

    /// <summary>A connection that is not pooled: the store keeps its connections itself.</summary>
    /// <param name="cache">In KiB.</param>
    /// <exception cref="NotAStoreException">The file is not a store, or was removed while the program used it.</exception>
    public SqliteConnection Open(int cache = ReadersCache)
    {
        Find();
        SqliteConnection connection = Connection(Path);
        try
        {
            connection.Open();
            SqliteException.ThrowExceptionForRC(
                raw.sqlite3_busy_timeout(connection.Handle, (int)options.BusyTimeout.TotalMilliseconds),
                connection.Handle
            );
            // Otherwise SQLite plans a range query again each time that its LIMIT is bound, which takes six times as long as reading the
            // range.
            SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(connection.Handle, StablePlans, 1, out _), connection.Handle);
            Migrations.RefuseForeign(connection);
            Statement.Execute(
                connection,
                $"""
                PRAGMA journal_mode = WAL;
                PRAGMA secure_delete = ON;
                PRAGMA synchronous = {(options.Synchronous == SqliteSynchronous.Full ? "FULL" : "NORMAL")};
                PRAGMA journal_size_limit = {64 * 1024 * 1024};
                PRAGMA wal_autocheckpoint = {CheckpointPages};
                PRAGMA cache_size = -{cache};
                """
            );
            Migrations.Apply(connection);
            wasThere = true;
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection without the settings of the store.</summary>
    public static SqliteConnection Connection(string path, SqliteOpenMode mode = SqliteOpenMode.ReadWrite) =>
        new(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );

    private void Find()
    {
        var file = new FileInfo(Path);
        if (file is { Exists: true, Length: 0 })
            throw new NotAStoreException(
                $"{Path} is a file of no bytes and not a store. If the bot was used before, restore a backup; "
                    + "if not, delete the file, and the bot makes a new store."
            );
        if (file.Exists)
            return;
        if (wasThere)
            throw new NotAStoreException($"{Path} was removed while the bot used it: stop the bot and put the file, or a backup, back.");
        NewDatabase.Create(Path);
    }
}
