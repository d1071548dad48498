using System.Net;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Proxies;

/// <summary>Section <c>Proxies</c>: the reverse proxies whose forwarded headers are trusted.</summary>
public sealed record ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>
    /// Addresses (<c>10.0.0.4</c>) or networks (<c>10.0.0.0/24</c>) of reverse proxies whose <c>X-Forwarded-For</c> and
    /// <c>X-Forwarded-Proto</c> are trusted. Loopback is always trusted. All people behind any other proxy count as one address.
    /// </summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>Null if the text is neither an address nor a network.</summary>
    public static IPNetwork? Read(string text) =>
        IPNetwork.TryParse(text, out IPNetwork network) ? network
        : IPAddress.TryParse(text, out IPAddress? address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}

/// <summary>Stops the start on an entry that is neither an address nor a network.</summary>
internal sealed class ProxyOptionsValidator : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        string[] faults =
        [
            .. options
                .Known.Where(static text => ProxyOptions.Read(text) is null)
                .Select(static text => $"Proxies:Known has '{text}'; it takes an address like 10.0.0.4 or a network like 10.0.0.0/24."),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
