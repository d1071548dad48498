using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace AgaBot.Tests.Channels;

/// <summary>A local server that stands in for an external one. It records its requests and responds as configured.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RequestDelegate answer;

    private LocalServer(WebApplication app, RequestDelegate answer)
    {
        this.app = app;
        this.answer = answer;
    }

    /// <summary>The address without a trailing slash.</summary>
    public string Address => app.Urls.Single();

    /// <summary>The requested paths.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<LocalServer> StartAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // The client disconnects if the response is too long or too slow.
        builder.WebHost.ConfigureKestrel(static (KestrelServerOptions server) => server.Limits.MinResponseDataRate = null);
        var server = new LocalServer(builder.Build(), answer);
        server.app.Run(server.TakeAsync);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task TakeAsync(HttpContext http)
    {
        Asked.Enqueue(http.Request.Path);
        return answer(http);
    }
}
