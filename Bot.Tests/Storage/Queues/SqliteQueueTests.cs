using AgaBot.Storage;
using AgaBot.Storage.Queues;
using AgaBot.Storage.Sqlite;
using AgaBot.Turns.Queues;

namespace AgaBot.Tests.Storage.Queues;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteQueueTests : WorkQueueContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteQueue queue;

    public SqliteQueueTests() => queue = new SqliteQueue(Options(folder), TimeProvider.System);

    protected override IWorkQueue Queue => queue;

    public void Dispose()
    {
        queue.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task It_outlives_a_restart_and_is_beside_the_rows_of_the_store()
    {
        await using (var store = new SqliteStore(Options(folder)))
            await store.WriteAsync("partition", [new EntityWrite.Insert("row", default)], None);
        await PutAsync("one");
        queue.Dispose();

        using var restarted = new SqliteQueue(Options(folder), TimeProvider.System);

        Assert.Equal("one", Assert.Single(await restarted.TakeAsync(1, TimeSpan.FromMinutes(1), None)).Item.Key);
    }

    protected override Outage Break() => new FolderInTheWay();

    private static SqliteOptions Options(TemporaryFolder folder) =>
        new() { Path = folder.File("agabot.db"), Synchronous = SqliteSynchronous.Normal };

    /// <summary>A file has the name of the database's folder.</summary>
    private sealed class FolderInTheWay : Outage
    {
        private readonly TemporaryFolder folder = new();
        private readonly SqliteQueue queue;

        public FolderInTheWay()
        {
            File.WriteAllText(folder.File("data"), "not a folder");
            queue = new SqliteQueue(new SqliteOptions { Path = Path.Combine(folder.File("data"), "agabot.db") }, TimeProvider.System);
        }

        public override IWorkQueue Queue => queue;

        public override Task EndAsync()
        {
            File.Delete(folder.File("data"));
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            queue.Dispose();
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
