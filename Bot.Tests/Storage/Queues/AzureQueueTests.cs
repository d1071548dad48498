using AgaBot.Storage.Queues;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Queues;
using Azure.Storage.Queues;

namespace AgaBot.Tests.Storage.Queues;

/// <summary>The contract on Azure Storage Queues, run on Azurite.</summary>
[Trait("Category", "Integration")]
public sealed class AzureQueueTests(AzuriteFixture azurite) : WorkQueueContract, IClassFixture<AzuriteFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    // Each test has its own queues.
    private readonly string name = NewName();
    private AzureQueue? queue;

    protected override IWorkQueue Queue => queue ??= new AzureQueue(new QueuePlace(azurite.ConnectionString, null, name), Patience);

    [Fact]
    public async Task What_is_set_aside_lies_in_the_queue_where_Azures_tools_look_for_it()
    {
        await PutAsync("bad");
        await Queue.SetAsideAsync(Assert.Single(await Queue.TakeAsync(1, TimeSpan.FromMinutes(1), None)), None);

        var aside = new QueueClient(
            azurite.ConnectionString,
            $"{name}-poison",
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }
        );

        Assert.Equal("""{"v":1,"kind":"reminder","key":"bad"}""", Assert.Single((await aside.PeekMessagesAsync()).Value).Body.ToString());
    }

    [Fact]
    public async Task A_queue_that_is_deleted_under_the_bot_is_down_once_and_made_again()
    {
        await PutAsync("one");
        await new QueueClient(azurite.ConnectionString, name).DeleteAsync();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => PutAsync("two"));
        await PutAsync("two");

        Assert.Equal("two", Assert.Single(await Queue.TakeAsync(10, TimeSpan.FromMinutes(1), None)).Item.Key);
    }

    protected override Outage Break() => new NobodyListens(azurite);

    private static string NewName() => $"q{Guid.NewGuid():N}";

    private sealed class NobodyListens : Outage
    {
        private readonly TcpForwarder forwarder;

        public NobodyListens(AzuriteFixture azurite)
        {
            forwarder = new TcpForwarder(azurite.QueuePort);
            Queue = new AzureQueue(new QueuePlace(azurite.WithQueuesAt(forwarder.Port), null, NewName()), Patience);
        }

        public override IWorkQueue Queue { get; }

        public override Task EndAsync()
        {
            forwarder.Open();
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => forwarder.DisposeAsync();
    }
}
