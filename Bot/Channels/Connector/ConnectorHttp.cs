using System.Net.Sockets;

namespace AgaBot.Channels.Connector;

/// <summary>The one pool of connections to connectors.</summary>
internal static class ConnectorHttp
{
    private const int MaxAnswerBytes = 64 * 1024;

    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);

    /// <summary>Longer than connecting, so that a time that runs out here means that the request may have arrived.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    public static HttpClient Create() =>
        new(
            new SocketsHttpHandler
            {
                // Where a token goes is decided by what was vouched for: neither a proxy nor a redirect may lead elsewhere.
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

    /// <summary>The handler's own limit ends in the same exception as an answer that does not come; this one says that nothing was sent.</summary>
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
