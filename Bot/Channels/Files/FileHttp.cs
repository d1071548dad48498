using System.Net;
using System.Net.Sockets;

namespace AgaBot.Channels.Files;

/// <summary>Creates the HTTP client for downloads: no proxy, no redirects, and connections to public addresses only.</summary>
internal static class FileHttp
{
    public static HttpClient Create() =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                UseCookies = false,
                // Decompression could exceed the size limit.
                AutomaticDecompression = DecompressionMethods.None,
                ConnectCallback = ConnectAsync,
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>
    /// Connects to public addresses only, or to loopback if the link itself names loopback; the caller has checked such a link against the
    /// settings. Another host name could resolve to this machine.
    /// </summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        bool isLoopback = context.InitialRequestMessage.RequestUri is { IsLoopback: true };
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        IPAddress[] allowed = isLoopback ? [.. addresses.Where(IPAddress.IsLoopback)] : [.. addresses.Where(PublicAddress.Is)];
        if (allowed.Length == 0)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The host has no public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
