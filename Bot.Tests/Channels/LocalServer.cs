using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace AgaBot.Tests.Channels;

/// <summary>Somebody else's server, on this machine: answers as it is told to, and remembers what it was asked.</summary>
public sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RequestDelegate answer;

    private LocalServer(WebApplication app, RequestDelegate answer)
    {
        this.app = app;
        this.answer = answer;
    }

    /// <summary>Without a slash at the end.</summary>
    public string Address => app.Urls.Single();

    /// <summary>The paths that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<LocalServer> StartAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // Whoever asks hangs up where the answer is too long or too slow for them; nobody waits for that here.
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
