using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
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
    };

    /// <summary>False where the connector says that this message will never be taken, e.g. because the person blocked the bot.</summary>
    /// <exception cref="HttpRequestException">It was not taken, and may be later.</exception>
    public async ValueTask<bool> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken)
    {
        if (!ServiceUrls.MayBeCalled(to))
        {
            ConnectorLog.NotAllowed(logger, to.ChannelId);
            return false;
        }
        Uri address = Address(to);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJsonContext.Wire.Activity);
        for (int tries = 1; ; tries++)
        {
            Sent sent = await PostAsync(address, body, cancellationToken);
            switch (sent)
            {
                case Sent.Taken:
                    return true;
                case Sent.Refused refused:
                    ConnectorLog.Refused(logger, to.ChannelId, (int)refused.Status);
                    return false;
                case Sent.NotArrived later when tries < MaxTries:
                    ConnectorLog.TriedAgain(logger, to.ChannelId, tries);
                    await Task.Delay(later.Wait ?? TimeSpan.FromMilliseconds(100 << tries), time, cancellationToken);
                    break;
                case Sent.NotArrived lost:
                    throw lost.Failure;
            }
        }
    }

    public void Dispose() => http.Dispose();

    private async ValueTask<Sent> PostAsync(Uri address, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = JsonType } };
        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response switch
            {
                { IsSuccessStatusCode: true } => new Sent.Taken(),
                { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } =>
                    new Sent.NotArrived(Failure(response.StatusCode), RetryAfter(response)),
                { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError } =>
                    throw Failure(response.StatusCode),
                _ => new Sent.Refused(response.StatusCode),
            };
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new Sent.NotArrived(failure, Wait: null);
        }
    }

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

    /// <summary>A <c>serviceUrl</c> may have a path, and may end in a slash or not; ids may hold <c>: @ ;</c>.</summary>
    private static Uri Address(ConversationReference to)
    {
        string conversation = $"{to.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(to.ConversationId)}/activities";
        return new(to.ReplyToId is { } replyTo ? $"{conversation}/{Uri.EscapeDataString(replyTo)}" : conversation);
    }

    /// <summary>What came of one try.</summary>
    private abstract record Sent
    {
        private Sent() { }

        public sealed record Taken : Sent;

        public sealed record Refused(HttpStatusCode Status) : Sent;

        public sealed record NotArrived(HttpRequestException Failure, TimeSpan? Wait) : Sent;
    }
}
