using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Deploy;

/// <summary>The server of one test: the shared published folder, a separate state folder, and the running bot.</summary>
[Collection(nameof(Published))]
public abstract class Server(PublishedFolder published) : IAsyncLifetime, IDisposable
{
    protected const string AccessCode = "deploy-4711-en-moche";

    private DeployedBot? bot;

    protected DeployedBot Bot => bot ?? throw new InvalidOperationException("It was not started.");

    protected string Published => published.Path;

    protected TemporaryFolder State { get; } = new();

    public async Task InitializeAsync() =>
        bot = await DeployedBot.StartAsync(published.Path, State, ("Coordinators__AccessCode", AccessCode));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        bot?.Dispose();
        State.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Restarts the bot, like <c>systemctl restart</c>.</summary>
    protected async Task RestartAsync()
    {
        Assert.Equal(0, await Bot.StopAsync());
        Bot.Dispose();
        await InitializeAsync();
    }
}

/// <summary>Publishes once for all the classes of this folder.</summary>
[CollectionDefinition(nameof(Published))]
public sealed class Published : ICollectionFixture<PublishedFolder>;
