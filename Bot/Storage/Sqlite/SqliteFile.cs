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

    private readonly string path = Path.GetFullPath(options.Path);

    /// <summary>A connection that is not pooled: the store keeps its connections itself.</summary>
    /// <param name="cache">In KiB.</param>
    public SqliteConnection Open(int cache = ReadersCache)
    {
        Create();
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
            }.ToString()
        );
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
            Statement.Execute(
                connection,
                $"""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = {(options.Synchronous == SqliteSynchronous.Full ? "FULL" : "NORMAL")};
                PRAGMA journal_size_limit = {64 * 1024 * 1024};
                PRAGMA wal_autocheckpoint = {CheckpointPages};
                PRAGMA cache_size = -{cache};
                """
            );
            Migrations.Apply(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite gives the -wal and -shm files the mode of the database file.
    private void Create()
    {
        if (File.Exists(path))
            return;

        OwnersFile.CreateFolder(Path.GetDirectoryName(path) ?? throw new IOException($"{path} is not a file."));
        OwnersFile.Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
    }
}
