using System.Net;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Proxies;

/// <summary>Section <c>Proxies</c>: who is believed about where a request comes from.</summary>
public sealed record ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>
    /// Addresses (<c>10.0.0.4</c>) or networks (<c>10.0.0.0/24</c>) of reverse proxies whose <c>X-Forwarded-For</c> and
    /// <c>X-Forwarded-Proto</c> hold. This machine always is one. Behind any other proxy all people count as one address.
    /// </summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>Null where the text is neither an address nor a network.</summary>
    public static IPNetwork? Read(string text) =>
        IPNetwork.TryParse(text, out IPNetwork network) ? network
        : IPAddress.TryParse(text, out IPAddress? address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}

/// <summary>Stops the start on what is no address, and says which.</summary>
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
