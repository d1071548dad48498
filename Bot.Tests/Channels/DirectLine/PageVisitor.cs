using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>A person on the page, who uses Direct Line like Web Chat.</summary>
public sealed class PageVisitor
{
    private readonly HttpClient http;
    private int messages;

    private PageVisitor(HttpClient http, JsonElement pass)
    {
        this.http = http;
        (Token, ConversationId) = (Text(pass, "token"), Text(pass, "conversationId"));
    }

    public string Token { get; private set; }

    public string ConversationId { get; }

    /// <summary>Creates a visitor with a token and no conversation.</summary>
    public static Task<PageVisitor> ComeAsync(BotApp bot) => ComeAsync(bot.Http);

    /// <summary>The same, through <paramref name="http"/>.</summary>
    public static async Task<PageVisitor> ComeAsync(HttpClient http)
    {
        using HttpResponseMessage response = await http.PostAsync(new Uri("/directline/tokens/generate", UriKind.Relative), null);
        return new(http, await ReadAsync(response));
    }

    /// <summary>Creates a visitor with an open conversation.</summary>
    public static Task<PageVisitor> OpenAsync(BotApp bot) => OpenAsync(bot.Http);

    /// <summary>The same, through <paramref name="http"/>.</summary>
    public static async Task<PageVisitor> OpenAsync(HttpClient http)
    {
        PageVisitor visitor = await ComeAsync(http);
        using HttpResponseMessage opened = await visitor.PostAsync("conversations");
        Assert.True(opened.IsSuccessStatusCode);
        return visitor;
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, token: token);

    public Task<HttpResponseMessage> PostAsync(string path, string? body = null, string? token = null) =>
        SendAsync(HttpMethod.Post, path, body, token);

    /// <summary>Leaves the conversation, as on a shared computer.</summary>
    public Task<HttpResponseMessage> LeaveAsync() => SendAsync(HttpMethod.Delete, $"conversations/{ConversationId}");

    public Task<HttpResponseMessage> PostActivityAsync(string body) => PostAsync($"conversations/{ConversationId}/activities", body);

    /// <summary>Sends a message and returns its id.</summary>
    public async Task<string> SayAsync(string text, string? clientId = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = "whoever", ["role"] = "user" },
            ["text"] = text,
            ["locale"] = "es-PE",
            ["channelData"] = new JsonObject { ["clientActivityID"] = clientId ?? $"m{++messages}", ["attachmentSizes"] = new JsonArray() },
        };
        using HttpResponseMessage response = await PostActivityAsync(activity.ToJsonString());
        return Text(await ReadAsync(response), "id");
    }

    /// <summary>Presses a card's button.</summary>
    public async Task PressAsync(JsonObject value)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = "whoever", ["role"] = "user" },
            ["value"] = value,
            ["locale"] = "es-PE",
            ["channelData"] = new JsonObject { ["clientActivityID"] = $"m{++messages}", ["postBack"] = true },
        };
        using HttpResponseMessage response = await PostActivityAsync(activity.ToJsonString());
        await ReadAsync(response);
    }

    /// <summary>Sends a file in the format of Web Chat.</summary>
    /// <param name="token">The token of another person, for attacks.</param>
    public async Task<HttpResponseMessage> SendFileAsync(byte[] file, string name, string? token = null)
    {
        using var activity = new StringContent(
            $$$"""
            {"type":"message","from":{"id":"whoever","role":"user"},"locale":"es-PE","textFormat":"plain",
             "attachments":[{"contentType":"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
             "contentUrl":"blob:x","name":"{{{name}}}"}],
             "channelData":{"attachmentSizes":[{{{file.Length}}}],"clientActivityID":"{{{Convert.ToHexString(SHA256.HashData(file))[
                ..16
            ]}}}"}}
            """
        );
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        using var content = new ByteArrayContent(file);
        using var body = new MultipartFormDataContent { { activity, "activity", "blob" }, { content, "file", name } };
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"/directline/conversations/{ConversationId}/upload?userId=u", UriKind.Relative)
        )
        {
            Content = body,
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token);
        return await http.SendAsync(request);
    }

    /// <summary>Reads all activities, in as many requests as necessary.</summary>
    public async Task<ImmutableArray<JsonElement>> HistoryAsync(string watermark = "")
    {
        var all = ImmutableArray.CreateBuilder<JsonElement>();
        while (true)
        {
            using HttpResponseMessage response = await GetAsync($"conversations/{ConversationId}/activities?watermark={watermark}");
            JsonElement frame = await ReadAsync(response);
            JsonElement[] activities = [.. frame.GetProperty("activities").EnumerateArray()];
            if (activities.Length == 0)
                return all.ToImmutable();
            all.AddRange(activities);
            watermark = Text(frame, "watermark");
        }
    }

    public async Task RefreshAsync()
    {
        using HttpResponseMessage response = await PostAsync("tokens/refresh");
        JsonElement pass = await ReadAsync(response);
        Assert.Equal(ConversationId, Text(pass, "conversationId"));
        Token = Text(pass, "token");
    }

    /// <summary>Reconnects from a watermark, and opens the returned stream.</summary>
    public async Task<PageStream> StreamAsync(string watermark = "")
    {
        using HttpResponseMessage response = await GetAsync($"conversations/{ConversationId}?watermark={watermark}");
        return await PageStream.OpenAsync(new Uri(Text(await ReadAsync(response), "streamUrl")));
    }

    /// <summary>The same at a given instance, without the proxy.</summary>
    public async Task<PageStream> StreamAsync(BotApp instance, string watermark = "")
    {
        using HttpResponseMessage response = await SendAsync(
            HttpMethod.Get,
            $"conversations/{ConversationId}?watermark={watermark}",
            by: instance.Http
        );
        return await PageStream.OpenAsync(new Uri(Text(await ReadAsync(response), "streamUrl")));
    }

    /// <summary>The same, after another stream of this conversation has ended.</summary>
    public async Task<PageStream> StreamWhenThereIsRoomAsync(string watermark = "")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            try
            {
                return await StreamAsync(watermark);
            }
            catch (WebSocketException) when (!patience.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {body}");
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    public static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement text) ? text.GetString()! : "";

    /// <param name="by">Another client than the one of this person.</param>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? body = null,
        string? token = null,
        HttpClient? by = null
    )
    {
        using var request = new HttpRequestMessage(method, new Uri($"/directline/{path}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await (by ?? http).SendAsync(request);
    }
}

/// <summary>The stream of a conversation, as the page reads it.</summary>
public sealed class PageStream(ClientWebSocket socket) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public string Watermark { get; private set; } = "";

    public static async Task<PageStream> OpenAsync(Uri address)
    {
        var socket = new ClientWebSocket();
        using var bounded = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(address, bounded.Token);
        return new(socket);
    }

    /// <summary>Reads the next <paramref name="count"/> activities, in any number of frames.</summary>
    public async Task<ImmutableArray<JsonElement>> ReadAsync(int count)
    {
        var read = ImmutableArray.CreateBuilder<JsonElement>();
        while (read.Count < count)
        {
            JsonElement frame = await ReadFrameAsync();
            read.AddRange(frame.GetProperty("activities").EnumerateArray());
            Watermark = PageVisitor.Text(frame, "watermark");
        }
        Assert.Equal(count, read.Count);
        return read.ToImmutable();
    }

    /// <summary>Waits until the server closes the stream.</summary>
    public async Task AssertClosedAsync()
    {
        using var bounded = new CancellationTokenSource(Patience);
        ValueWebSocketReceiveResult last = await socket.ReceiveAsync(new byte[1024].AsMemory(), bounded.Token);
        Assert.Equal(WebSocketMessageType.Close, last.MessageType);
    }

    private async Task<JsonElement> ReadFrameAsync()
    {
        using var bounded = new CancellationTokenSource(Patience);
        using var frame = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), bounded.Token);
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            frame.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);
        if (frame.Length == 0)
            return await ReadFrameAsync();
        using JsonDocument document = JsonDocument.Parse(frame.ToArray());
        return document.RootElement.Clone();
    }

    public void Dispose() => socket.Dispose();
}
