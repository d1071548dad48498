using System.Text;
using AgaBot.Storage;
using AgaBot.Storage.Sqlite;
using AgaBot.Turns.Persistence;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgaBot.Tests.Storage;

/// <summary>The database file: its permissions, its durability, and its migrations.</summary>
public sealed class SqliteFileTests : IDisposable
{
    /// <summary>SQLITE_STMTSTATUS_REPREPARE, https://sqlite.org/c3ref/c_stmtstatus_counter.html.</summary>
    private const int TimesPlannedAnew = 5;

    private readonly TemporaryFolder folder = new();

    private string DatabasePath => Path.Combine(folder.Path, "data", "agabot.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_written_is_there_after_reopening()
    {
        string etag;
        await using (SqliteStore before = Open())
            etag = await Insert(before, "row", "Trujillo");

        await using SqliteStore after = Open();
        Entity? read = await after.GetAsync("partition", "row", CancellationToken.None);
        Assert.Equal(("Trujillo", etag), (Encoding.UTF8.GetString(read!.Value.Span), read.ETag));
        Assert.NotEqual(etag, await Insert(after, "another", "x"));
    }

    [Fact]
    public async Task Closing_writes_what_still_waits()
    {
        Task<WriteOutcome>[] writes;
        await using (SqliteStore before = Open())
        {
            writes =
            [
                .. Enumerable
                    .Range(0, 500)
                    .Select(row =>
                        before.WriteAsync("partition", [new EntityWrite.Insert($"{row}", default)], CancellationToken.None).AsTask()
                    ),
            ];
        }

        Assert.All(await Task.WhenAll(writes), outcome => Assert.IsType<WriteOutcome.Written>(outcome));
        await using SqliteStore after = Open();
        Assert.Equal(500, (await after.QueryAsync("partition", RowRange.All, 1000, null, CancellationToken.None)).Rows.Length);
    }

    [Fact]
    public async Task A_closed_store_refuses_calls()
    {
        SqliteStore store = Open();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.GetAsync("partition", "row", CancellationToken.None));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Insert(store, "row", "x"));
    }

    [Fact]
    public async Task The_file_and_its_folder_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            return;

        await using SqliteStore store = Open();
        await Insert(store, "row", "x");

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            new DirectoryInfo(Path.GetDirectoryName(DatabasePath)!).UnixFileMode
        );
        FileInfo[] files = new DirectoryInfo(Path.GetDirectoryName(DatabasePath)!).GetFiles();
        Assert.Equal(3, files.Length);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
    }

    [Fact]
    public async Task A_file_of_the_first_version_is_brought_up_with_its_rows_and_ETags()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabasePath)!);
        using (SqliteConnection first = Connect())
        {
            Execute(
                first,
                """
                CREATE TABLE entities (
                    partition TEXT NOT NULL,
                    row       TEXT NOT NULL,
                    etag      INTEGER NOT NULL,
                    value     BLOB NOT NULL,
                    PRIMARY KEY (partition, row)
                ) WITHOUT ROWID;
                INSERT INTO entities VALUES ('partition', 'row', 41, CAST('of the first version' AS BLOB));
                PRAGMA user_version = 1;
                """
            );
        }

        await using SqliteStore store = Open();
        Entity? read = await store.GetAsync("partition", "row", CancellationToken.None);
        Assert.Equal(("of the first version", "41"), (Encoding.UTF8.GetString(read!.Value.Span), read.ETag));

        await store.WriteAsync("partition", [new EntityWrite.Delete("row", "41")], CancellationToken.None);
        Assert.Equal("42", await Insert(store, "row", "of this version"));
        using SqliteConnection migrated = Connect();
        Assert.Equal((long)Migrations.Steps.Length, Execute(migrated, "PRAGMA user_version"));
    }

    [Fact]
    public async Task A_file_of_a_later_version_is_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabasePath)!);
        using (SqliteConnection later = Connect())
            Execute(later, "PRAGMA user_version = 99");

        await using SqliteStore store = Open();
        var refused = await Assert.ThrowsAsync<UnknownVersionException>(async () => await store.CheckAsync(CancellationToken.None));

        Assert.Contains("schema version 99", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_a_store_that_is_down()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabasePath)!);
        await File.WriteAllTextAsync(DatabasePath, new string('x', 5000));

        await using SqliteStore store = Open();
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.CheckAsync(CancellationToken.None));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Insert(store, "row", "x"));
    }

    [Fact]
    public void Commits_wait_for_the_disk_unless_told_otherwise()
    {
        Assert.Equal(SqliteSynchronous.Full, new SqliteOptions().Synchronous);

        using SqliteConnection full = new SqliteFile(new SqliteOptions { Path = DatabasePath }).Open();
        using SqliteConnection normal = new SqliteFile(
            new SqliteOptions { Path = DatabasePath, Synchronous = SqliteSynchronous.Normal }
        ).Open();

        Assert.Equal(
            (2L, 1L, "wal"),
            (Execute(full, "PRAGMA synchronous"), Execute(normal, "PRAGMA synchronous"), Execute(full, "PRAGMA journal_mode"))
        );
    }

    [Fact]
    public void A_range_is_planned_once_however_many_rows_are_asked_for()
    {
        using SqliteConnection connection = new SqliteFile(new SqliteOptions { Path = DatabasePath }).Open();
        raw.sqlite3_prepare_v3(connection.Handle, SqliteReader.RangeSql, raw.SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt range);
        using (range)
        {
            for (int limit = 1; limit <= 3; limit++)
            {
                raw.sqlite3_bind_text(range, 1, "partition");
                raw.sqlite3_bind_text(range, 2, "a");
                raw.sqlite3_bind_text(range, 3, "b");
                raw.sqlite3_bind_int64(range, 4, limit);
                Assert.Equal(raw.SQLITE_DONE, raw.sqlite3_step(range));
                raw.sqlite3_reset(range);
            }
            Assert.Equal(0, raw.sqlite3_stmt_status(range, TimesPlannedAnew, 0));
        }
    }

    private static async Task<string> Insert(SqliteStore store, string row, string value) =>
        Assert
            .IsType<WriteOutcome.Written>(
                await store.WriteAsync("partition", [new EntityWrite.Insert(row, Encoding.UTF8.GetBytes(value))], CancellationToken.None)
            )
            .ETags[0];

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private SqliteStore Open() => new(new SqliteOptions { Path = DatabasePath });

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }
}
