using System.Net;
using System.Net.Sockets;

namespace AgaBot.Channels.Files;

/// <summary>
/// Whether an address is of the public Internet. A name that the bot may ask can be made to lead anywhere by whoever answers for it: also
/// into the network that the bot stands in, where the addresses of IANA's special-purpose registries are (RFC 6890).
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
            // What Azure's machines ask for their own platform.
            "168.63.129.16/32",
        }.Select(static network => IPNetwork.Parse(network)),
    ];

    /// <summary>The one block that public hosts of IPv6 are in, and what in it stands for an address of IPv4 or for none.</summary>
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
