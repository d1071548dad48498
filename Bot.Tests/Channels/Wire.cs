using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels;

/// <summary>The app with a scripted dialog, so that only the channels are tested.</summary>
public sealed class Wire : IAsyncLifetime
{
    private readonly ScriptedDialog dialog = new(new Reply("uno"), new Reply("dos"));
    private BotApp? bot;

    public HttpClient Http => bot!.Http;

    /// <summary>The inputs that reached the dialog since the last call.</summary>
    public UserInput[] Heard()
    {
        UserInput[] heard = [.. dialog.Heard];
        dialog.Heard.Clear();
        return heard;
    }

    /// <summary>A message with the fields that every channel sends, and a new id.</summary>
    public static JsonObject Message(string text = "hola") =>
        new()
        {
            ["type"] = "message",
            ["id"] = Guid.NewGuid().ToString(),
            ["channelId"] = "emulator",
            ["serviceUrl"] = "http://127.0.0.1:1",
            ["deliveryMode"] = "expectReplies",
            ["from"] = new JsonObject { ["id"] = "persona" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = "conversación" },
            ["text"] = text,
        };

    /// <summary>The task that the dialog waits for before it replies.</summary>
    public Task DialogHeldUntil
    {
        set => dialog.HeldUntil = value;
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) => PostAsync(activity.ToJsonString());

    public async Task<HttpResponseMessage> PostAsync(
        string body,
        string contentType = "application/json",
        string? forwardedFor = null,
        HttpClient? client = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body))
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) },
        };
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        return await (client ?? Http).SendAsync(request);
    }

    public Task InitializeAsync()
    {
        bot = Another();
        return Task.CompletedTask;
    }

    /// <summary>A separate app with the same script and other settings.</summary>
    public BotApp Another(params ReadOnlySpan<(string Name, string Value)> settings)
    {
        ImmutableDictionary<string, string> configuration = ImmutableDictionary<string, string>.Empty.Add("Bot:RetryDelay", "00:00:00.001");
        foreach ((string name, string value) in settings)
            configuration = configuration.SetItem(name, value);
        return BotApp.Start(dialog.Into(new() { Configuration = configuration }));
    }

    public async Task DisposeAsync() => await bot!.DisposeAsync();
}
