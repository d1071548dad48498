using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels;

/// <summary>The app with a script in place of the dialog, so that the wire alone is under test.</summary>
public sealed class Wire : IAsyncLifetime
{
    private readonly ScriptedDialog dialog = new(new Reply("uno"), new Reply("dos"));
    private BotApp? bot;

    public HttpClient Http => bot!.Http;

    /// <summary>What reached the dialog since this was asked last.</summary>
    public Said[] Heard()
    {
        Said[] heard = [.. dialog.Heard];
        dialog.Heard.Clear();
        return heard;
    }

    /// <summary>A message as every channel sends it, with an id of its own.</summary>
    public static JsonObject Message(string text = "hola") => new()
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

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) => PostAsync(activity.ToJsonString());

    public async Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json", string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } };
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        return await Http.SendAsync(request);
    }

    public Task InitializeAsync()
    {
        bot = BotApp.Start(dialog.Into(new()));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await bot!.DisposeAsync();
}
