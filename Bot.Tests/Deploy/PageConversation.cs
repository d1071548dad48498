using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Deploy;

/// <summary>A conversation like that of the page: a token, a stream, and activities over Direct Line.</summary>
public sealed class PageConversation : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;
    private readonly ClientWebSocket stream = new();
    private readonly Queue<JsonElement> arrived = new();
    private int said;

    private PageConversation(Uri bot) => http = new HttpClient { BaseAddress = new Uri(bot, "/directline/"), Timeout = Patience };

    public string Id { get; private set; } = "";

    public string Token { get; private set; } = "";

    /// <summary>The request that opened the stream.</summary>
    public string Ticket { get; private set; } = "";

    public static async Task<PageConversation> OpenAsync(Uri bot)
    {
        var conversation = new PageConversation(bot);
        JsonElement ticket = await conversation.PostAsync("tokens/generate", new { });
        await conversation.EnterAsync(ticket.GetProperty("token").GetString()!);
        return conversation;
    }

    /// <summary>Loads the page again with the token that the browser stored.</summary>
    public static async Task<PageConversation> ReopenAsync(Uri bot, string token)
    {
        var conversation = new PageConversation(bot);
        await conversation.EnterAsync(token);
        return conversation;
    }

    /// <summary>Sends a text and returns the reply. The person's own activity arrives before it.</summary>
    public async Task<string> SayAsync(string text)
    {
        JsonElement sent = await PostAsync(
            $"conversations/{Id}/activities",
            new
            {
                type = "message",
                text,
                locale = "es-PE",
                from = new { id = "page" },
                channelData = new { clientActivityID = $"c{++said}" },
            }
        );
        string id = sent.GetProperty("id").GetString()!;
        await HearAsync(activity => Text(activity, "id") == id);
        return Words(await HearAsync(activity => Text(activity, "replyToId") == id));
    }

    /// <summary>The text of an activity, a text or a card, as people read or hear it.</summary>
    public static string Words(JsonElement activity) => BotMessage.Of(activity).Words;

    /// <summary>Returns the first matching activity among those that have arrived or still arrive.</summary>
    public async Task<JsonElement> HearAsync(Func<JsonElement, bool> fits)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            while (arrived.TryDequeue(out JsonElement activity))
            {
                if (fits(activity))
                    return activity;
            }

            await ReceiveAsync(patience.Token);
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        http.Dispose();
    }

    private static string? Text(JsonElement activity, string property) =>
        activity.TryGetProperty(property, out JsonElement text) ? text.GetString() : null;

    private async Task EnterAsync(string token)
    {
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        JsonElement started = await PostAsync("conversations", new { locale = "es-PE" });
        Id = started.GetProperty("conversationId").GetString()!;
        Token = started.GetProperty("token").GetString()!;
        using var patience = new CancellationTokenSource(Patience);
        string address = started.GetProperty("streamUrl").GetString()!;
        Ticket = address.Split("&t=")[1];
        await stream.ConnectAsync(new Uri(address), patience.Token);
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await stream.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException("The bot closed the stream.");
            frame.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);

        // An empty frame keeps the connection alive.
        if (frame.Length == 0)
            return;
        using JsonDocument set = JsonDocument.Parse(frame.ToArray());
        foreach (JsonElement activity in set.RootElement.GetProperty("activities").EnumerateArray())
            arrived.Enqueue(activity.Clone());
    }
}
