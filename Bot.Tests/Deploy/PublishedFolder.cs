using System.Diagnostics;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Deploy;

/// <summary>What <c>deploy/publish.sh</c> makes, in a folder that goes away with the test.</summary>
public sealed class PublishedFolder : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Path => folder.File("published");

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("bash")
        {
            ArgumentList = { System.IO.Path.Combine(Repository.Root, "deploy", "publish.sh"), Path },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process publish = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        string[] said = await Task.WhenAll(publish.StandardOutput.ReadToEndAsync(), publish.StandardError.ReadToEndAsync());
        await publish.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"deploy/publish.sh failed: {string.Concat(said)}");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();
}
