using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Browser.Playground;

/// <summary>Microsoft 365 Agents Playground, as a channel between a browser and the bot.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private const string Ready = "Listening on";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();
    private readonly Process process;
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PlaygroundProcess(Uri bot, string channel, int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}/");
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
                $"{port}",
                "--service-url",
                $"{Address}_connector",
                "--disable-telemetry",
            },
            // It keeps a log where it is started.
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        process = Process.Start(start) ?? throw new InvalidOperationException("The Playground did not start.");
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <param name="channel">Whose manners it takes on: <c>emulator</c> or <c>msteams</c>.</param>
    public static async Task<PlaygroundProcess> StartAsync(Uri bot, string channel)
    {
        var playground = new PlaygroundProcess(bot, channel, FreePort());
        await playground.listening.Task.WaitAsync(Patience);
        return playground;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            listening.TrySetException(new InvalidOperationException("The Playground ended before it listened."));
        else if (line.Contains(Ready, StringComparison.Ordinal))
            listening.TrySetResult();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
