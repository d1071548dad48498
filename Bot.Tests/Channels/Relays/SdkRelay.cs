using System.Diagnostics;

namespace AgaBot.Tests.Channels.Relays;

/// <summary>
/// A bot made with one of Microsoft's SDKs for Node.js that stands between a channel and ours: <c>Bot.Tests/Node/relays</c>.
/// </summary>
internal sealed class SdkRelay : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly Task said;

    private SdkRelay(Process process, int port)
    {
        this.process = process;
        // Reads further output, so that the pipe does not fill up.
        said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
    }

    public HttpClient Http { get; }

    /// <param name="sdk">The name of the script, which is that of its SDK.</param>
    public static async Task<SdkRelay> StartAsync(string sdk, Uri bot)
    {
        Repository.NodePackage(sdk == "agents" ? "@microsoft/agents-hosting" : sdk);
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine("relays", $"{sdk}.mjs"), bot.AbsoluteUri },
            WorkingDirectory = Repository.Node,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("Node.js did not start.");
        string? port = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return port is not null
            ? new SdkRelay(process, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture))
            : throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await said;
        process.Dispose();
    }
}
