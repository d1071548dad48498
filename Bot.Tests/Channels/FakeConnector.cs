using System.Collections.Concurrent;
using System.Text.Json;
using AgaBot.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace AgaBot.Tests.Channels;

/// <summary>A local connector that records its requests and responds as configured.</summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> faults = new();

    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeConnector(WebApplication app) => this.app = app;

    public ConcurrentQueue<Posted> Received { get; } = new();

    /// <summary>Completes with the first recorded post.</summary>
    public Task Arrived => arrived.Task;

    /// <summary>The body of the response to an accepted request; {n} is the number of accepted requests.</summary>
    public string Answer { get; set; } = """{"id":"dado"}""";

    /// <summary>Configured faults that have not occurred yet.</summary>
    public int Left => faults.Count;

    /// <summary>The address has a path, like those of real connectors.</summary>
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

    /// <summary>The task that a response waits for after its request was recorded.</summary>
    public Task HeldUntil { get; set; } = Task.CompletedTask;

    /// <summary>Responds to the next post with this status, and does not record the post.</summary>
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

    /// <summary>Accepts the next post, so that the next configured fault applies to the post after it.</summary>
    public void TakeNext() => faults.Enqueue(KeepAndAnswerAsync);

    /// <summary>Records the next post, and breaks its connection before the response.</summary>
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
        // The raw path, because the path of the request is unescaped.
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
