using System.Collections.Immutable;
using System.Text;
using AgaBot.Plans;
using AgaBot.Storage;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Storage.Setup;
using AgaBot.Storage.Sqlite;
using AgaBot.Tests.Plans;

namespace AgaBot.Tests.Storage.Records;

/// <summary>The records over a SQLite file of their own.</summary>
public abstract class RecordsTests : IDisposable
{
    protected static readonly DateTimeOffset Day = new(2016, 5, 11, 9, 0, 0, TimeSpan.FromHours(-5));

    private readonly TemporaryFolder folder = new();
    private readonly SqliteStore sqlite;

    protected RecordsTests()
    {
        sqlite = new SqliteStore(new SqliteOptions { Path = folder.File("agabot.db"), Synchronous = SqliteSynchronous.Normal });
        Faulty = new FaultyStore(sqlite);
    }

    protected static CancellationToken None => CancellationToken.None;

    protected IEntityStore Store => sqlite;

    internal FaultyStore Faulty { get; }

    internal StoreInspection Inspection => new(Store, new DataFolder(folder.Path));

    public void Dispose()
    {
        sqlite.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    internal PlanLedger LedgerOf(Plan plan) => new(Faulty, plan, TimeProvider.System);

    internal PlanRecords RecordsOf(Plan plan) => new(Store, plan);

    /// <summary>The plan under a new id, so that cases of a property do not share rows.</summary>
    protected static Plan FreshPlan() => SmallPlan.Plan with { Id = Guid.NewGuid().ToString("N") };

    protected async Task<ImmutableArray<Entity>> RowsAsync(string partition, string prefix) =>
        (await Store.QueryAsync(partition, RowRange.StartingWith(prefix), EntityLimits.MaxPage, null, None)).Rows;

    protected async Task OverwriteAsync(string partition, string row, string json)
    {
        Entity entity = (await Store.GetAsync(partition, row, None))!;
        WriteOutcome outcome = await Store.WriteAsync(
            partition,
            [new EntityWrite.Replace(row, Encoding.UTF8.GetBytes(json), entity.ETag)],
            None
        );
        Assert.IsType<WriteOutcome.Written>(outcome);
    }
}
