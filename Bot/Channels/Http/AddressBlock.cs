using System.Net;
using System.Net.Sockets;

namespace AgaBot.Channels.Http;

/// <summary>
/// The addresses that one subscriber controls: an IPv4 address, or an IPv6 /48, which a provider commonly assigns to one site (RFC 6177).
/// </summary>
internal static class AddressBlock
{
    private const int Ipv6Bytes = 48 / 8;

    /// <summary>An opaque key, e.g. <c>203.0.113.7</c> or <c>20010DB80001</c>; empty where the connection has no address.</summary>
    public static string Of(IPAddress? address) =>
        address switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6Bytes)),
            _ => address.ToString(),
        };
}
