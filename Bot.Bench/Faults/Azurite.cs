using System.Diagnostics;
using System.Security.Cryptography;
using AgaBot.Bench.Turns;

namespace AgaBot.Bench.Faults;

/// <summary>Table Storage and its queues on this machine. It is never killed in a run: it would lose its own last writes.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    /// <summary>Not the name of the table: Azurite takes a path that holds it twice for a bad one.</summary>
    private const string Account = "bench";

    private readonly Process process;
    private readonly string key;

    private readonly int queues;

    private Azurite(Process process, int port, int queues, string key)
    {
        this.process = process;
        Port = port;
        this.queues = queues;
        this.key = key;
    }

    /// <summary>Of the tables.</summary>
    public int Port { get; }

    /// <summary>With the tables as seen through another port of this machine.</summary>
    public string ConnectionStringAt(int port) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};TableEndpoint=http://127.0.0.1:{port}/{Account};QueueEndpoint=http://127.0.0.1:{queues}/{Account}";

    /// <exception cref="DirectoryNotFoundException">The tests' npm packages are not there: the test command installs them.</exception>
    public static async Task<Azurite> StartAsync(CancellationToken cancellationToken)
    {
        int port = ChildServer.FreePort();
        int queues = ChildServer.FreePort();
        string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var start = new ProcessStartInfo(
            "node",
            [
                "azurite.cjs",
                "--tableHost",
                "127.0.0.1",
                "--tablePort",
                $"{port}",
                "--queueHost",
                "127.0.0.1",
                "--queuePort",
                $"{queues}",
                "--inMemoryPersistence",
                "--skipApiVersionCheck",
                "--disableTelemetry",
            ]
        )
        {
            WorkingDirectory = Folder(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("Azurite did not start.");
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int listening = 0;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                ready.TrySetException(new InvalidOperationException("Azurite ended before it listened."));
            else if (line.Data.Contains("successfully", StringComparison.Ordinal) && ++listening == 2)
                ready.TrySetResult();
        };
        process.BeginOutputReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
        return new Azurite(process, port, queues, key);
    }

    public async ValueTask DisposeAsync()
    {
        // It ends with its standard input: see azurite.cjs.
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string Folder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string node = Path.Combine(folder.FullName, "Bot.Tests", "Node");
            if (Directory.Exists(Path.Combine(node, "node_modules", "azurite")))
                return node;
        }
        throw new DirectoryNotFoundException("Bot.Tests/Node/node_modules/azurite is not there: npm ci --prefix Bot.Tests/Node.");
    }
}
