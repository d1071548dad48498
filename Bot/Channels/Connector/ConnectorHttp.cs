using System.Net.Sockets;

namespace AgaBot.Channels.Connector;

/// <summary>Creates the HTTP client for connectors.</summary>
internal static class ConnectorHttp
{
    private const int MaxAnswerBytes = 64 * 1024;

    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

    /// <summary>Longer than the connect timeout, so that this timeout means that the request may have arrived.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    public static HttpClient Create() =>
        new(
            new SocketsHttpHandler
            {
                // The bot sends its token to vouched addresses only: neither a proxy nor a redirect may send it elsewhere.
                UseProxy = false,
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectCallback = ConnectAsync,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        )
        {
            Timeout = AnswerWithin,
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };

    /// <summary>
    /// Connects with a timeout of its own. The handler's ConnectTimeout throws the same exception as a missing response; this one shows
    /// that nothing was sent.
    /// </summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectWithin);
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, limit.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
