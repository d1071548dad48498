using System.Text;
using AgaBot.Storage;
using AgaBot.Storage.Sqlite;
using AgaBot.Turns.Persistence;
using Microsoft.Data.Sqlite;

namespace AgaBot.Tests.Storage;

/// <summary>
/// Many callers in one transaction: each has its own outcome. Another connection holds the lock, so that they become one group.
/// </summary>
public sealed class GroupCommitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteStore store;

    public GroupCommitTests()
    {
        new SqliteFile(new SqliteOptions { Path = folder.File("agabot.db") }).Open().Dispose();
        store = Open(TimeSpan.FromSeconds(30));
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_conflict_in_a_group_is_the_conflict_of_its_batch_alone()
    {
        Task<WriteOutcome>[] writes;
        using (LockedByANeighbour())
        {
            writes =
            [
                Write("p1", new EntityWrite.Insert("row", Bytes("1"))),
                Write("p1", new EntityWrite.Insert("new", Bytes("2")), new EntityWrite.Insert("row", Bytes("2"))),
                Write("p1", new EntityWrite.Insert("new", Bytes("3")), new EntityWrite.Insert("newer", Bytes("3"))),
                Write("p2", new EntityWrite.Replace("row", Bytes("4"), "1")),
                Write("p2", new EntityWrite.Insert("row", Bytes("5"))),
            ];
        }

        WriteOutcome[] outcomes = await Task.WhenAll(writes);

        Assert.IsType<WriteOutcome.Written>(outcomes[0]);
        Assert.Equal(new WriteOutcome.Conflict(1, "row"), outcomes[1]);
        Assert.IsType<WriteOutcome.Written>(outcomes[2]);
        Assert.Equal(new WriteOutcome.Conflict(0, "row"), outcomes[3]);
        Assert.IsType<WriteOutcome.Written>(outcomes[4]);
        Assert.Equal(
            ("1", "3", "3", "5"),
            (await Value("p1", "row"), await Value("p1", "new"), await Value("p1", "newer"), await Value("p2", "row"))
        );
    }

    [Fact]
    public async Task A_write_that_is_cancelled_while_it_waits_is_not_written()
    {
        using var giveUp = new CancellationTokenSource();
        Task<WriteOutcome> cancelled;
        Task<WriteOutcome> patient;
        using (LockedByANeighbour())
        {
            cancelled = store.WriteAsync("p", [new EntityWrite.Insert("cancelled", default)], giveUp.Token).AsTask();
            patient = Write("p", new EntityWrite.Insert("patient", default));
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        }

        Assert.IsType<WriteOutcome.Written>(await patient);
        Assert.Null(await store.GetAsync("p", "cancelled", CancellationToken.None));
    }

    [Fact]
    public async Task A_busy_neighbour_is_waited_for_and_does_not_keep_anybody_from_reading()
    {
        await Write("p", new EntityWrite.Insert("row", Bytes("before")));
        Task<WriteOutcome> write;
        using (LockedByANeighbour())
        {
            write = Write("p", new EntityWrite.Insert("another", default));
            Assert.Equal("before", await Value("p", "row"));
            Assert.False(write.IsCompleted);
        }

        Assert.IsType<WriteOutcome.Written>(await write);
    }

    [Fact]
    public async Task A_neighbour_that_does_not_let_go_makes_the_store_unavailable_until_it_does()
    {
        await using SqliteStore impatient = Open(TimeSpan.FromMilliseconds(50));
        using (LockedByANeighbour())
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
                await impatient.WriteAsync("p", [new EntityWrite.Insert("row", default)], CancellationToken.None)
            );
        }

        Assert.IsType<WriteOutcome.Written>(
            await impatient.WriteAsync("p", [new EntityWrite.Insert("row", default)], CancellationToken.None)
        );
    }

    [Fact]
    public async Task A_group_that_fails_is_told_so_to_all_of_it_and_the_next_one_is_written()
    {
        Task<WriteOutcome>[] writes;
        using (SqliteConnection neighbour = LockedByANeighbour())
        {
            writes =
            [
                Write("p", new EntityWrite.Insert("1", default)),
                Write("p", new EntityWrite.Insert("2", default)),
                Write("q", new EntityWrite.Insert("1", default)),
            ];
            Execute(neighbour, "ALTER TABLE entities RENAME TO taken_away; COMMIT");
        }

        foreach (Task<WriteOutcome> write in writes)
            await Assert.ThrowsAsync<SqliteException>(() => write);

        using (SqliteConnection neighbour = LockedByANeighbour())
            Execute(neighbour, "ALTER TABLE taken_away RENAME TO entities; COMMIT");
        Assert.IsType<WriteOutcome.Written>(await Write("p", new EntityWrite.Insert("1", default)));
        Assert.Null(await store.GetAsync("p", "2", CancellationToken.None));
    }

    [Fact]
    public async Task More_writers_than_may_wait_are_all_served()
    {
        WriteOutcome[] outcomes = await Task.WhenAll(
            Enumerable.Range(0, 5000).Select(row => Write($"p{row % 7}", new EntityWrite.Insert($"{row}", Bytes("x"))))
        );

        Assert.Equal(5000, outcomes.Cast<WriteOutcome.Written>().Select(written => written.ETags[0]).Distinct().Count());
    }

    [Fact]
    public async Task Two_stores_on_one_file_never_give_the_same_ETag()
    {
        await using SqliteStore other = Open(TimeSpan.FromSeconds(30));

        WriteOutcome[] outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(row =>
                    (row % 2 == 0 ? store : other)
                        .WriteAsync("p", [new EntityWrite.Insert($"{row}", default)], CancellationToken.None)
                        .AsTask()
                )
        );

        Assert.Equal(200, outcomes.Cast<WriteOutcome.Written>().Select(written => written.ETags[0]).Distinct().Count());
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteStore Open(TimeSpan patience) => new(new SqliteOptions { Path = folder.File("agabot.db"), BusyTimeout = patience });

    private Task<WriteOutcome> Write(string partition, params EntityWrite[] batch) =>
        store.WriteAsync(partition, [.. batch], CancellationToken.None).AsTask();

    private async Task<string> Value(string partition, string row) =>
        Encoding.UTF8.GetString((await store.GetAsync(partition, row, CancellationToken.None))!.Value.Span);

    /// <summary>Holds the write lock until it is disposed, as a backup or a report of another process would.</summary>
    private SqliteConnection LockedByANeighbour()
    {
        var neighbour = new SqliteConnection($"Data Source={folder.File("agabot.db")};Pooling=False");
        neighbour.Open();
        Execute(neighbour, "BEGIN IMMEDIATE");
        return neighbour;
    }
}
