using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels;

/// <summary>The bot with a connector that assigns an id to each message, so that messages can be replaced.</summary>
public abstract class ConnectedTests : IAsyncLifetime
{
    protected BotApp Bot { get; } = BotApp.Start();

    protected FakeConnector Connector { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Connector = await FakeConnector.StartAsync();
        Connector.Answer = """{"id":"m{n}"}""";
    }

    public async Task DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
