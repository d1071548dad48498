using System.Collections.Immutable;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>Two instances with one Table Storage, behind a proxy that alternates between them by connection.</summary>
public sealed class TwoInstances : IAsyncDisposable
{
    private readonly TcpForwarder proxy;

    private TwoInstances(BotAppSettings settings)
    {
        (One, Two) = (BotApp.Start(settings), BotApp.Start(settings));
        proxy = new TcpForwarder(One.Address.Port, Two.Address.Port);
        proxy.Open();
        Http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{proxy.Port}") };
        // One connection per request, so that requests alternate between the instances.
        Http.DefaultRequestHeaders.ConnectionClose = true;
    }

    public BotApp One { get; }

    public BotApp Two { get; }

    /// <summary>The client of the proxy.</summary>
    public HttpClient Http { get; }

    public static TwoInstances Start(AzuriteFixture azurite) =>
        new(
            new()
            {
                TablesConnectionString = azurite.ConnectionString,
                Configuration = ImmutableDictionary<string, string>
                    .Empty.Add("Storage:Tables:Name", $"agabot{Guid.NewGuid():N}")
                    .Add("Coordinators:AccessCode", "TRUJILLO-2016"),
            }
        );

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await proxy.DisposeAsync();
        await One.DisposeAsync();
        await Two.DisposeAsync();
    }
}
