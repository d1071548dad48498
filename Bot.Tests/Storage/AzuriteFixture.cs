using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace AgaBot.Tests.Storage;

/// <summary>
/// Table Storage and its queues as a real process: one Azurite for the whole test run, started by the first class that asks
/// (<c>IClassFixture&lt;AzuriteFixture&gt;</c>). Each class uses a table of its own.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> Running = new(StartAsync);

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync() => ConnectionString = await Running.Value;

    // It ends with the process that holds its standard input: see azurite.cjs.
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Of the tables.</summary>
    public int Port => PortOf("TableEndpoint");

    public int QueuePort => PortOf("QueueEndpoint");

    /// <summary>The same account with its tables behind another port of this machine.</summary>
    public string ConnectionStringAt(int port) => ConnectionString.Replace($":{Port}/", $":{port}/", StringComparison.Ordinal);

    /// <summary>The same account with its queues behind another port of this machine.</summary>
    public string WithQueuesAt(int port) => ConnectionString.Replace($":{QueuePort}/", $":{port}/", StringComparison.Ordinal);

    private int PortOf(string endpoint) => new Uri(ConnectionString.Split(endpoint + "=")[1].Split(';')[0]).Port;

    private static async Task<string> StartAsync()
    {
        Repository.NodePackage("azurite");
        int tables = FreePort();
        int queues = FreePort();
        string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Repository.Node,
            ArgumentList =
            {
                "azurite.cjs",
                "--tableHost",
                "127.0.0.1",
                "--tablePort",
                $"{tables}",
                "--queueHost",
                "127.0.0.1",
                "--queuePort",
                $"{queues}",
                "--inMemoryPersistence",
                "--skipApiVersionCheck",
                "--disableTelemetry",
            },
            Environment = { ["AZURITE_ACCOUNTS"] = $"agabot:{key}" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process azurite = Process.Start(start) ?? throw new InvalidOperationException("Azurite did not start.");
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int listening = 0;
        azurite.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                ready.TrySetException(new InvalidOperationException("Azurite ended before it listened."));
            else if (line.Data.Contains("successfully", StringComparison.Ordinal) && ++listening == 2)
                ready.TrySetResult();
        };
        azurite.BeginOutputReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return $"DefaultEndpointsProtocol=http;AccountName=agabot;AccountKey={key};TableEndpoint=http://127.0.0.1:{tables}/agabot;QueueEndpoint=http://127.0.0.1:{queues}/agabot";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
