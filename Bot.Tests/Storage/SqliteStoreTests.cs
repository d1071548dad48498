using AgaBot.Storage;
using AgaBot.Storage.Sqlite;

namespace AgaBot.Tests.Storage;

/// <summary>The contract on SQLite; what is SQLite's own is in <see cref="SqliteFileTests"/> and <see cref="GroupCommitTests"/>.</summary>
public sealed class SqliteStoreTests : EntityStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteStore store;

    public SqliteStoreTests() =>
        store = new SqliteStore(new SqliteOptions { Path = folder.File("agabot.db"), Synchronous = SqliteSynchronous.Normal });

    protected override IEntityStore Store => store;

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    protected override Task<Outage> BreakAsync() => Task.FromResult<Outage>(new FolderInTheWay());

    /// <summary>A file has the name of the database's folder.</summary>
    private sealed class FolderInTheWay : Outage
    {
        private readonly TemporaryFolder folder = new();
        private readonly SqliteStore store;

        public FolderInTheWay()
        {
            File.WriteAllText(folder.File("data"), "not a folder");
            store = new SqliteStore(new SqliteOptions { Path = Path.Combine(folder.File("data"), "agabot.db") });
        }

        public override IEntityStore Store => store;

        public override Task EndAsync()
        {
            File.Delete(folder.File("data"));
            return Task.CompletedTask;
        }

        public override async ValueTask DisposeAsync()
        {
            await store.DisposeAsync();
            folder.Dispose();
        }
    }
}
