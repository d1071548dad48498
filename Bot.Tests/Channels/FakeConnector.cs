using System.Collections.Concurrent;
using System.Text.Json;
using AgaBot.Tests.Hosting;
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
    private readonly ConcurrentQueue<Func<HttpContext, Task>> faults = new();

    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeConnector(WebApplication app) => this.app = app;

    public ConcurrentQueue<Posted> Received { get; } = new();

    /// <summary>Ends with the first post that is kept.</summary>
    public Task Arrived => arrived.Task;

    /// <summary>The body of an answer to what was taken; {n} is how many were.</summary>
    public string Answer { get; set; } = """{"id":"dado"}""";

    /// <summary>Faults that were not met yet.</summary>
    public int Left => faults.Count;

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

    /// <summary>What an answer waits for, after its request was kept.</summary>
    public Task HeldUntil { get; set; } = Task.CompletedTask;

    /// <summary>The next post is answered so, and not kept.</summary>
    public void RefuseNext(int status, string? retryAfter = null, string body = "") =>
        faults.Enqueue(async http =>
        {
            http.Response.StatusCode = status;
            if (retryAfter is not null)
                http.Response.Headers.RetryAfter = retryAfter;
            await http.Response.WriteAsync(body);
        });

    public void RefuseNext(int status, int times)
    {
        for (int i = 0; i < times; i++)
            RefuseNext(status, "0");
    }

    /// <summary>The next post is taken as any other, so that what was told to happen next happens to the one after it.</summary>
    public void TakeNext() => faults.Enqueue(KeepAndAnswerAsync);

    /// <summary>The next post is kept, and its connection breaks before the answer.</summary>
    public void LoseNextAnswer() =>
        faults.Enqueue(async http =>
        {
            await KeepAsync(http);
            http.Abort();
        });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        if (faults.TryDequeue(out Func<HttpContext, Task>? fault))
        {
            await fault(http);
            return;
        }
        await KeepAndAnswerAsync(http);
    }

    private async Task KeepAndAnswerAsync(HttpContext http)
    {
        await KeepAsync(http);
        await HeldUntil.WaitAsync(http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsync(Answer.Replace("{n}", $"{Received.Count}", StringComparison.Ordinal));
    }

    private async Task KeepAsync(HttpContext http)
    {
        JsonElement? body = http.Request.ContentLength > 0 ? await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body) : null;
        // As it stood on the wire: the path of the request has its escapes undone.
        string target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Received.Enqueue(new(http.Request.Method, target, body ?? default, http.Request.Headers.Authorization));
        arrived.TrySetResult();
    }
}

public sealed record Posted(string Method, string Target, JsonElement Activity, string? Authorization)
{
    public CardInHand? Card =>
        Activity.TryGetProperty("attachments", out JsonElement attachments) ? new(attachments[0].GetProperty("content").Clone()) : null;

    public string? Text => Activity.TryGetProperty("text", out JsonElement text) ? text.GetString() : null;
}
