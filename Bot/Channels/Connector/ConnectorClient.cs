using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgaBot.Channels.Protocol;
using AgaBot.Turns;

namespace AgaBot.Channels.Connector;

/// <summary>
/// Posts activities to a channel's connector. A send has no key by which it could be recognised, so it is repeated only where it cannot
/// have arrived: no connection, 429, 503. Where the answer was lost the message may be there, and the turn's next sending may double it.
/// </summary>
internal sealed class ConnectorClient(TimeProvider time, ILogger<ConnectorClient> logger) : IDisposable
{
    private const int MaxTries = 3;

    /// <summary>It is kept with the conversation. Longer than any channel's.</summary>
    private const int MaxIdLength = 500;

    private const int MaxAnswerBytes = 64 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        // What was vouched for is called and nothing else: neither a proxy nor a redirect may lead elsewhere.
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = MaxAnswerBytes,
    };

    /// <summary>Says something in a conversation, in answer to what <see cref="ConversationReference.ReplyToId"/> names.</summary>
    public ValueTask<ConnectorAnswer> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken) =>
        AskAsync(to, HttpMethod.Post, ActivityPath(to, to.ReplyToId), ActivityJsonContext.Write(activity), cancellationToken);

    /// <summary>Puts an activity in the place of one that was sent before.</summary>
    public ValueTask<ConnectorAnswer> UpdateAsync(ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken) =>
        AskAsync(to, HttpMethod.Put, ActivityPath(to, activityId), ActivityJsonContext.Write(activity), cancellationToken);

    /// <summary>Takes an activity back that was sent before.</summary>
    public ValueTask<ConnectorAnswer> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        AskAsync(to, HttpMethod.Delete, ActivityPath(to, activityId), body: null, cancellationToken);

    /// <summary>Opens a conversation, e.g. with one person of a group alone; the answer's id is the conversation's.</summary>
    /// <param name="at">Any conversation at the same connector. Another <c>serviceUrl</c> in its answer is nothing that a token vouched for, and is not looked at.</param>
    public ValueTask<ConnectorAnswer> CreateConversationAsync(
        ConversationReference at, ConversationParameters conversation, CancellationToken cancellationToken) =>
        AskAsync(at, HttpMethod.Post, "conversations", Json(conversation, ActivityJsonContext.Wire.ConversationParameters), cancellationToken);

    public void Dispose() => http.Dispose();

    private async ValueTask<ConnectorAnswer> AskAsync(
        ConversationReference to, HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        if (!ServiceUrls.MayBeCalled(to))
        {
            ConnectorLog.NotAllowed(logger, to.ChannelId);
            return new ConnectorAnswer.Refused(Status: null);
        }
        // A serviceUrl may have a path, and may end in a slash or not.
        var address = new Uri($"{to.ServiceUrl.TrimEnd('/')}/v3/{path}");
        for (int tries = 1; ; tries++)
        {
            (ConnectorAnswer answer, TimeSpan? wait) = await TryAsync(method, address, body, cancellationToken);
            if (answer is ConnectorAnswer.Refused { Status: { } status })
                ConnectorLog.Refused(logger, to.ChannelId, (int)status);
            if (answer is not ConnectorAnswer.Later || tries == MaxTries)
                return answer;
            ConnectorLog.TriedAgain(logger, to.ChannelId, tries);
            await Task.Delay(wait ?? TimeSpan.FromMilliseconds(100 << tries), time, cancellationToken);
        }
    }

    private async ValueTask<(ConnectorAnswer Answer, TimeSpan? Wait)> TryAsync(HttpMethod method, Uri address, byte[]? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = JsonType } };
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
            return response switch
            {
                { IsSuccessStatusCode: true } => (new ConnectorAnswer.Taken(await IdAsync(response, cancellationToken)), null),
                { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } =>
                    (new ConnectorAnswer.Later(Failure(response.StatusCode)), RetryAfter(response)),
                { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError } =>
                    throw Failure(response.StatusCode),
                _ => (new ConnectorAnswer.Refused(response.StatusCode), null),
            };
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return (new ConnectorAnswer.Later(failure), null);
        }
    }

    /// <summary>Connectors answer with an id, with none, or with no body at all.</summary>
    private static async ValueTask<string?> IdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            string? id = body.Length == 0 ? null : JsonSerializer.Deserialize(body, ActivityJsonContext.Wire.ConnectorResource)?.Id;
            return id is { Length: > 0 and <= MaxIdLength } ? id : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        TimeSpan? wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => null,
        };
        return wait is { } known ? TimeSpan.FromTicks(Math.Clamp(known.Ticks, 0, LongestWait.Ticks)) : null;
    }

    private static HttpRequestException Failure(HttpStatusCode status) =>
        new($"The connector answered {(int)status}.", inner: null, status);

    /// <summary>Ids may hold <c>: @ ; /</c>.</summary>
    private static string ActivityPath(ConversationReference to, string? activityId)
    {
        string activities = $"conversations/{Uri.EscapeDataString(to.ConversationId)}/activities";
        return activityId is null ? activities : $"{activities}/{Uri.EscapeDataString(activityId)}";
    }
}
