using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace AgaBot.Bench.Processes;

/// <summary>Table Storage and its queues on this machine. They are in memory and are lost with the process.</summary>
internal sealed partial class Azurite : IAsyncDisposable
{
    /// <summary>Not the name of a table: Azurite refuses a path that holds the account's name twice.</summary>
    private const string Account = "local";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly TaskCompletionSource<int> tables = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> queues = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> said = new();
    private readonly Process process;

    private Azurite(string folder)
    {
        var start = new ProcessStartInfo(
            "node",
            [
                "azurite.cjs",
                "--tableHost",
                "127.0.0.1",
                "--tablePort",
                "0",
                "--queueHost",
                "127.0.0.1",
                "--queuePort",
                "0",
                "--inMemoryPersistence",
                "--skipApiVersionCheck",
                "--disableTelemetry",
            ]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("Azurite did not start.");
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The port of the tables.</summary>
    public int TablePort => tables.Task.Result;

    public int QueuePort => queues.Task.Result;

    /// <param name="folder">The folder of <c>azurite.cjs</c>, where the npm packages are installed.</param>
    public static async Task<Azurite> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var azurite = new Azurite(folder);
        await Task.WhenAll(azurite.tables.Task, azurite.queues.Task).WaitAsync(LongestStart, cancellationToken);
        return azurite;
    }

    /// <summary>Another port stands for a proxy in front of the tables or of the queues.</summary>
    public string ConnectionString(int? tablePort = null, int? queuePort = null) =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};"
        + $"TableEndpoint=http://127.0.0.1:{tablePort ?? TablePort}/{Account};"
        + $"QueueEndpoint=http://127.0.0.1:{queuePort ?? QueuePort}/{Account}";

    public async ValueTask DisposeAsync()
    {
        // Azurite ends with its standard input: see azurite.cjs.
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            var ended = new InvalidOperationException($"Azurite ended before it listened: {string.Join('\n', said)}");
            tables.TrySetException(ended);
            queues.TrySetException(ended);
            return;
        }
        said.Enqueue(line);
        if (Listening().Match(line) is { Success: true } listening)
            (listening.Groups["service"].Value == "Table" ? tables : queues).TrySetResult(
                int.Parse(listening.Groups["port"].Value, CultureInfo.InvariantCulture)
            );
    }

    [GeneratedRegex(@"^(?<service>Table|Queue)Server listens on http://[^:]+:(?<port>\d+)$")]
    private static partial Regex Listening();
}
