using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using AgaBot.Bench.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Bench.Faults;

/// <summary>The channel's connector: keeps the answers to each activity, and notes where a repeated answer differs.</summary>
internal sealed class Inbox : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<(string Conversation, string Activity), Heard> heard = new();
    private long messages;
    private int repeated;

    private Inbox(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public int Repeated => repeated;

    /// <summary>Activities with two different answers.</summary>
    public IEnumerable<string> Differing =>
        heard
            .Where(entry => entry.Value.Differs)
            .Select(entry => $"{entry.Key.Conversation} {entry.Key.Activity}: {string.Join(" // ", entry.Value.Bodies)}");

    public static async Task<Inbox> StartAsync(CancellationToken cancellationToken)
    {
        var inbox = new Inbox(QuietServer.At("http://127.0.0.1:0").Build());
        inbox.app.Run(inbox.TakeAsync);
        await inbox.app.StartAsync(cancellationToken);
        inbox.Address = new Uri(
            inbox.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );
        return inbox;
    }

    public bool WasAnswered(string conversation, string activity) =>
        heard.TryGetValue((conversation, activity), out Heard? answer) && answer.Bodies.Count > 0;

    /// <summary>Waits for the card that answers an activity; null where none arrives in time.</summary>
    public async Task<JsonElement?> CardAsync(string conversation, string activity, TimeSpan patience, CancellationToken cancellationToken)
    {
        Heard answer = heard.GetOrAdd((conversation, activity), static _ => new Heard());
        await answer.Came.Task.WaitAsync(patience, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return answer.Card;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (HttpMethods.IsPost(context.Request.Method))
            Keep(context.Request.Path.Value!.Split('/'), body.ToArray());
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(
            Encoding.ASCII.GetBytes($$"""{"id":"b{{Interlocked.Increment(ref messages)}}"}"""),
            context.RequestAborted
        );
    }

    /// <param name="path"><c>/v3/conversations/ID/activities/ID</c>, without the last part where the activity has no id.</param>
    private void Keep(string[] path, byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        if (path.Length < 6 || document.RootElement.GetProperty("type").GetString() != "message")
            return;
        if (
            heard
                .GetOrAdd((Uri.UnescapeDataString(path[3]), path[5]), static _ => new Heard())
                .Add(document.RootElement, Encoding.UTF8.GetString(body))
        )
            Interlocked.Increment(ref repeated);
    }

    private sealed class Heard
    {
        private readonly Lock gate = new();

        public TaskCompletionSource Came { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public JsonElement? Card { get; private set; }

        /// <summary>The first answer. Every deed of this bench has one answer.</summary>
        public bool Differs => Bodies.Count > 1;

        public List<string> Bodies { get; } = [];

        /// <returns>Whether the same answer had arrived before.</returns>
        public bool Add(JsonElement activity, string body)
        {
            lock (gate)
            {
                if (Bodies.Contains(body))
                    return true;
                Bodies.Add(body);
                if (activity.TryGetProperty("attachments", out JsonElement attachments))
                    Card = attachments[0].GetProperty("content").Clone();
            }
            Came.TrySetResult();
            return false;
        }
    }
}
