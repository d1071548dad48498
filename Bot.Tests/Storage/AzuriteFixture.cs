using AgaBot.Bench.Processes;

namespace AgaBot.Tests.Storage;

/// <summary>
/// Table Storage and its queues as a real process: one Azurite for the whole test run, started by the first class that needs it
/// (<c>IClassFixture&lt;AzuriteFixture&gt;</c>). Each class uses a table of its own.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static readonly Lazy<Task<Azurite>> Running = new(StartAsync);

    private Azurite? azurite;

    /// <summary>The port of the tables.</summary>
    public int Port => Started.TablePort;

    public int QueuePort => Started.QueuePort;

    public string ConnectionString => Started.ConnectionString();

    private Azurite Started => azurite ?? throw new InvalidOperationException("Azurite has not been started yet.");

    public async Task InitializeAsync() => azurite = await Running.Value;

    // Azurite ends with the process that holds its standard input: see azurite.cjs.
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The same account with its tables behind another port of this machine.</summary>
    public string ConnectionStringAt(int port) => Started.ConnectionString(tablePort: port);

    /// <summary>The same account with its queues behind another port of this machine.</summary>
    public string WithQueuesAt(int port) => Started.ConnectionString(queuePort: port);

    private static Task<Azurite> StartAsync()
    {
        Repository.NodePackage("azurite");
        return Azurite.StartAsync(Repository.Node, CancellationToken.None);
    }
}
