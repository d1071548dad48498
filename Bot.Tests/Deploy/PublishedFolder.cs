using System.Diagnostics;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Deploy;

/// <summary>The output of <c>deploy/publish.sh</c>, in a temporary folder.</summary>
public sealed class PublishedFolder : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Path => folder.File("published");

    public async Task InitializeAsync()
    {
        FinishedProcess publish = await FinishedProcess.RunAsync(
            new ProcessStartInfo("bash", [System.IO.Path.Combine(Repository.Root, "deploy", "publish.sh"), Path]),
            TimeSpan.FromMinutes(5)
        );
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"deploy/publish.sh failed. {publish}");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();
}
