using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Bench.Attacks;

/// <summary>A browser on the page of the bot: one address, and at most one conversation at a time.</summary>
internal sealed class Page : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;
    private int messages;
    private string watermark = "";

    /// <param name="from">An address of this machine, for example <c>127.0.1.7</c>: the bot sees it as the client's.</param>
    public Page(Uri bot, IPAddress from)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    socket.Bind(new IPEndPoint(from, 0));
                    await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        Address = from;
        http = new HttpClient(handler) { BaseAddress = bot, Timeout = Patience };
    }

    public IPAddress Address { get; }

    public string? Token { get; private set; }

    public string? ConversationId { get; private set; }

    /// <summary>Opens a new conversation.</summary>
    public async Task<HttpStatusCode> OpenAsync(CancellationToken cancellationToken)
    {
        using HttpResponseMessage generated = await SendAsync(HttpMethod.Post, "/directline/tokens/generate", null, cancellationToken);
        if (!generated.IsSuccessStatusCode)
            return generated.StatusCode;
        JsonElement pass = await generated.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        (Token, ConversationId) = (pass.GetProperty("token").GetString(), pass.GetProperty("conversationId").GetString());
        watermark = "";
        using HttpResponseMessage opened = await SendAsync(HttpMethod.Post, "/directline/conversations", null, cancellationToken);
        if (!opened.IsSuccessStatusCode)
            ConversationId = null;
        return opened.StatusCode;
    }

    public async Task<HttpStatusCode> SayAsync(string text, CancellationToken cancellationToken)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = "page", ["role"] = "user" },
            ["text"] = text,
            ["locale"] = "es-PE",
            ["channelData"] = new JsonObject { ["clientActivityID"] = $"m{Interlocked.Increment(ref messages)}" },
        };
        using var body = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, $"{Conversation}/activities", body, cancellationToken);
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> UploadAsync(byte[] file, CancellationToken cancellationToken)
    {
        using var activity = new StringContent(
            """{"type":"message","from":{"id":"page","role":"user"},"locale":"es-PE","channelData":{"attachmentSizes":[1]}}"""
        );
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        using var content = new ByteArrayContent(file);
        using var body = new MultipartFormDataContent { { activity, "activity", "blob" }, { content, "file", "ficha.docx" } };
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, $"{Conversation}/upload?userId=u", body, cancellationToken);
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> GetAsync(string path, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Get, path, null, cancellationToken);
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return answer.StatusCode;
    }

    /// <summary>The bot's texts since the last call, cards as JSON.</summary>
    public async Task<string> HearAsync(CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await SendAsync(
            HttpMethod.Get,
            $"{Conversation}/activities?watermark={watermark}",
            null,
            cancellationToken
        );
        JsonElement heard = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        watermark = heard.GetProperty("watermark").GetString()!;
        return heard.GetProperty("activities").GetRawText();
    }

    public void Dispose() => http.Dispose();

    private string Conversation => $"/directline/conversations/{ConversationId}";

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return http.SendAsync(request, cancellationToken);
    }
}
