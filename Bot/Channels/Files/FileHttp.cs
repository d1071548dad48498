using System.Net;
using System.Net.Sockets;

namespace AgaBot.Channels.Files;

/// <summary>Connections to hosts that keep files: straight, to public addresses alone, and to where the link leads and nowhere else.</summary>
internal static class FileHttp
{
    public static HttpClient Create() =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                UseCookies = false,
                // What is packed small can be large: nothing is unpacked on the way.
                AutomaticDecompression = DecompressionMethods.None,
                ConnectCallback = ConnectAsync,
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>Whoever asks has made sure that a link to this machine is one that the settings name. By its name, another can lead here too.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        bool isHere = context.InitialRequestMessage.RequestUri is { IsLoopback: true };
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        IPAddress[] allowed = isHere ? [.. addresses.Where(IPAddress.IsLoopback)] : [.. addresses.Where(PublicAddress.Is)];
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
