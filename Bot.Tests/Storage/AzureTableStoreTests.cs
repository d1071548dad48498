using AgaBot.Storage;
using AgaBot.Storage.Tables;

namespace AgaBot.Tests.Storage;

/// <summary>The contract on Table Storage, as Azurite speaks it.</summary>
public sealed class AzureTableStoreTests(AzuriteFixture azurite) : EntityStoreContract, IClassFixture<AzuriteFixture>
{
    // A table of its own for each test: they write the same rows.
    private readonly AzureTableStore store = new(new TablesOptions { ConnectionString = azurite.ConnectionString, Name = NewTable() });

    protected override IEntityStore Store => store;

    protected override Task<Outage> BreakAsync() => Task.FromResult<Outage>(new NobodyListens(azurite));

    private static string NewTable() => $"t{Guid.NewGuid():N}";

    private sealed class NobodyListens : Outage
    {
        private readonly TcpForwarder forwarder;

        public NobodyListens(AzuriteFixture azurite)
        {
            forwarder = new TcpForwarder(azurite.Port);
            Store = new AzureTableStore(new TablesOptions { ConnectionString = azurite.ConnectionStringAt(forwarder.Port), Name = NewTable() });
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
