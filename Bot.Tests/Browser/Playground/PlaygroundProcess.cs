using System.Diagnostics;
using AgaBot.Bench.Processes;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Browser.Playground;

/// <summary>Microsoft 365 Agents Playground, as a channel between a browser and the bot.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private const string Ready = "Listening on";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();
    private readonly HeldPort port = new();
    private readonly List<string> said = [];
    private readonly Process process;
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PlaygroundProcess(Uri bot, string channel)
    {
        Address = new Uri($"http://127.0.0.1:{port.Number}/");
        string package = Repository.NodePackage("@microsoft/m365agentsplayground");
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                Path.Combine(package, "cli.js"),
                "start",
                "-e",
                new Uri(bot, "/api/messages").ToString(),
                "-c",
                channel,
                "-p",
                $"{port.Number}",
                "--service-url",
                $"{Address}_connector",
                "--disable-telemetry",
            },
            // The Playground writes a log into its working directory.
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        process = Process.Start(start) ?? throw new InvalidOperationException("The Playground did not start.");
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <param name="channel">The channel to emulate: <c>emulator</c> or <c>msteams</c>.</param>
    public static async Task<PlaygroundProcess> StartAsync(Uri bot, string channel)
    {
        var playground = new PlaygroundProcess(bot, channel);
        await playground.listening.Task.WaitAsync(Patience);
        return playground;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        port.Dispose();
        folder.Dispose();
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            if (line is not null)
                said.Add(line);
            else
                listening.TrySetException(
                    new InvalidOperationException($"The Playground ended before it listened. {string.Join('\n', said)}")
                );
        }
        if (line is not null && line.Contains(Ready, StringComparison.Ordinal))
            listening.TrySetResult();
    }
}
