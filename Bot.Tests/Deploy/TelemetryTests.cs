using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using AgaBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgaBot.Tests.Deploy;

/// <summary>The published bot with a local server in place of Application Insights.</summary>
[Trait("Category", "Integration")]
[Collection(nameof(Published))]
public sealed class TelemetryTests(PublishedFolder published)
{
    private readonly ConcurrentQueue<string> arrived = [];

    [Fact]
    public async Task The_operator_sees_how_long_turns_take_and_nothing_that_people_said()
    {
        const string said = "Electrificar el caserio Quinta Xoconostle";
        await using WebApplication insights = await TakeTelemetryAsync();
        string address = insights.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var state = new TemporaryFolder();
        using DeployedBot bot = await DeployedBot.StartAsync(
            published.Path,
            state,
            (
                "APPLICATIONINSIGHTS_CONNECTION_STRING",
                $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={address}/"
            ),
            ("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true"),
            // Disables sampling, so that nothing is omitted by chance.
            ("OTEL_TRACES_SAMPLER", "microsoft.fixed_percentage"),
            ("OTEL_TRACES_SAMPLER_ARG", "1.0")
        );

        using PageConversation page = await PageConversation.OpenAsync(bot.Address);
        await page.SayAsync(said);
        // Requests are sent every five seconds; at the shutdown of a busy machine they may be given up.
        await WaitForAsync("RequestData");
        // Metrics are sent at the shutdown.
        Assert.Equal(0, await bot.StopAsync());

        string telemetry = string.Concat(arrived);
        Assert.Contains("agabot.turn.duration", telemetry, StringComparison.Ordinal);
        Assert.Contains("RequestData", telemetry, StringComparison.Ordinal);
        Assert.DoesNotContain("Xoconostle", telemetry, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(page.Token, telemetry, StringComparison.Ordinal);
    }

    private async Task WaitForAsync(string item)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!arrived.Any(lines => lines.Contains(item, StringComparison.Ordinal)))
            await Task.Delay(100, patience.Token);
    }

    private async Task<WebApplication> TakeTelemetryAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.Run(TakeAsync);
        await app.StartAsync();
        return app;
    }

    private async Task TakeAsync(HttpContext http)
    {
        await using Stream body =
            http.Request.Headers.ContentEncoding == "gzip"
                ? new GZipStream(http.Request.Body, CompressionMode.Decompress)
                : http.Request.Body;
        using var reader = new StreamReader(body, Encoding.UTF8);
        string lines = await reader.ReadToEndAsync();
        arrived.Enqueue(lines);
        int items = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        http.Response.StatusCode = (int)HttpStatusCode.OK;
        await http.Response.WriteAsJsonAsync(
            new
            {
                itemsReceived = items,
                itemsAccepted = items,
                errors = Array.Empty<string>(),
            }
        );
    }
}
