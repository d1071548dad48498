using AgaBot.Storage;
using AgaBot.Storage.Tables;
using AgaBot.Turns.Persistence;
using Azure.Data.Tables;

namespace AgaBot.Tests.Storage;

/// <summary>The contract on Table Storage, run on Azurite.</summary>
[Trait("Category", "Integration")]
public sealed class AzureTableStoreTests(AzuriteFixture azurite) : EntityStoreContract, IClassFixture<AzuriteFixture>
{
    // Each test has its own table: tests write the same rows.
    private readonly string table = NewTable();
    private AzureTableStore? store;

    protected override IEntityStore Store =>
        store ??= new AzureTableStore(new TablesOptions { ConnectionString = azurite.ConnectionString, Name = table });

    [Fact]
    public async Task A_table_that_is_deleted_under_the_store_is_down_once_and_made_again()
    {
        Func<Task>[] calls =
        [
            async () => await Store.GetAsync("partition", "row", None),
            async () => await Store.QueryAsync("partition", RowRange.All, 1, null, None),
            async () => await Store.WriteAsync("partition", [new EntityWrite.Insert("row", default)], None),
            async () => await Store.WriteAsync("partition", [new EntityWrite.Delete("row", "*")], None),
            async () =>
                await Store.WriteAsync(
                    "partition",
                    [new EntityWrite.Insert("row", default), new EntityWrite.Insert("row 2", default)],
                    None
                ),
        ];
        var client = new TableClient(azurite.ConnectionString, table);
        foreach (Func<Task> call in calls)
        {
            await Store.CheckAsync(None);
            await client.DeleteAsync();

            await Assert.ThrowsAsync<StoreUnavailableException>(call);
            await Store.CheckAsync(None);
        }
    }

    protected override Task<Outage> BreakAsync() => Task.FromResult<Outage>(new NobodyListens(azurite));

    private static string NewTable() => $"t{Guid.NewGuid():N}";

    private sealed class NobodyListens : Outage
    {
        private readonly TcpForwarder forwarder;

        public NobodyListens(AzuriteFixture azurite)
        {
            forwarder = new TcpForwarder(azurite.Port);
            Store = new AzureTableStore(
                new TablesOptions { ConnectionString = azurite.ConnectionStringAt(forwarder.Port), Name = NewTable() }
            );
        }

        public override IEntityStore Store { get; }

        public override Task EndAsync()
        {
            forwarder.Open();
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => forwarder.DisposeAsync();
    }
}
