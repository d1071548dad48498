using System.Collections.Concurrent;
using AgaBot.Bench.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgaBot.Tests.Outages;

/// <summary>A proxy to a local service that injects the faults of a test.</summary>
internal sealed class AilingService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpRelay relay;
    private readonly ConcurrentDictionary<string, bool> unanswered = new(StringComparer.Ordinal);

    private AilingService(WebApplication app, int target)
    {
        this.app = app;
        relay = new HttpRelay(new Uri($"http://127.0.0.1:{target}"));
    }

    public int Port => new Uri(app.Urls.Single()).Port;

    /// <summary>The task that every call waits for.</summary>
    public Task HeldUntil { get; set; } = Task.CompletedTask;

    /// <summary>Responds to every call with this status, without forwarding the call.</summary>
    public int? Refuses { get; set; }

    /// <summary>Forwards every write, and breaks the connection of its first attempt.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>The number of writes whose first response was lost.</summary>
    public int Lost => unanswered.Count;

    public static async Task<AilingService> StartAsync(int target)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new AilingService(builder.Build(), target);
        service.app.Run(service.CarryAsync);
        await service.app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        relay.Dispose();
    }

    private async Task CarryAsync(HttpContext http)
    {
        await HeldUntil.WaitAsync(http.RequestAborted);
        if (Refuses is { } status)
        {
            http.Response.StatusCode = status;
            return;
        }

        using HttpResponseMessage answer = await relay.CarryAsync(http.Request);
        // A retry of the client has the same request id.
        if (
            LosesAnswers
            && !HttpMethods.IsGet(http.Request.Method)
            && unanswered.TryAdd(http.Request.Headers["x-ms-client-request-id"].ToString(), true)
        )
            http.Abort();
        else
            await HttpRelay.GiveBackAsync(answer, http.Response);
    }
}
