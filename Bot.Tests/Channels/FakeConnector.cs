using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace AgaBot.Tests.Channels;

/// <summary>A channel's connector on this machine: keeps what is posted to it, and answers as it is told to.</summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Action<HttpResponse>> refusals = new();

    private FakeConnector(WebApplication app) => this.app = app;

    public ConcurrentQueue<Posted> Received { get; } = new();

    /// <summary>The body of an answer to what was taken.</summary>
    public string Answer { get; set; } = """{"id":"dado"}""";

    /// <summary>Has a path, as connectors do.</summary>
    public string ServiceUrl => $"{app.Urls.Single()}/connector/";

    public static async Task<FakeConnector> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new FakeConnector(builder.Build());
        connector.app.Run(connector.TakeAsync);
        await connector.app.StartAsync();
        return connector;
    }

    /// <summary>The next post is answered so, and not kept.</summary>
    public void RefuseNext(int status, string? retryAfter = null) => refusals.Enqueue(response =>
    {
        response.StatusCode = status;
        if (retryAfter is not null)
            response.Headers.RetryAfter = retryAfter;
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        if (refusals.TryDequeue(out Action<HttpResponse>? refuse))
        {
            refuse(http.Response);
            return;
        }
        JsonElement? body = http.Request.ContentLength > 0 ? await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body) : null;
        // As it stood on the wire: the path of the request has its escapes undone.
        Received.Enqueue(new(http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, body ?? default));
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsync(Answer);
    }
}

public sealed record Posted(string Method, string Target, JsonElement Activity)
{
    public string? Text => Activity.GetProperty("text").GetString();
}
