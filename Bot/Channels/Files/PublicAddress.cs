using System.Net;
using System.Net.Sockets;

namespace AgaBot.Channels.Files;

/// <summary>
/// Tells public Internet addresses from those of IANA's special-purpose registries (RFC 6890). The owner of an allowed host name can let it
/// resolve to any address, also to one in the bot's own network.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // The platform address of Azure, which its virtual machines call.
            "168.63.129.16/32",
        }.Select(static network => IPNetwork.Parse(network)),
    ];

    /// <summary>The block of global unicast addresses of IPv6. Special6 lists its special-purpose ranges.</summary>
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special6 =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(static network => IPNetwork.Parse(network)),
    ];

    public static bool Is(IPAddress address)
    {
        IPAddress real = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return real.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Special4.Any(network => network.Contains(real)),
            AddressFamily.InterNetworkV6 => Global6.Contains(real) && !Special6.Any(network => network.Contains(real)),
            _ => false,
        };
    }
}
