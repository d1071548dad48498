using AgaBot.Channels.Connector;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Authentication;

/// <summary>Stops the start on settings that would admit anybody, or nobody.</summary>
internal sealed class BotOptionsValidator(IHostEnvironment environment) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        string[] faults = [.. EndpointFaults(options), .. CallerFaults(options), .. IssuerFaults(options.Authentication)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> EndpointFaults(BotOptions options)
    {
        if (options is { AppId: "", WebOnly: false } && environment.IsProduction())
        {
            yield return "In Production /api/messages would take activities that nobody vouches for. "
                + "Set Bot:AppId to the bot's app registration to check the callers' tokens, or Bot:WebOnly=true to serve the page alone.";
        }
        if (options.AppId.Length > 0 && !IsGuid(options.AppId))
            yield return $"Bot:AppId is '{options.AppId}'; an app registration's id is a GUID.";
        if (options.TenantId.Length > 0 && !IsGuid(options.TenantId))
            yield return $"Bot:TenantId is '{options.TenantId}'; a tenant's id is a GUID.";
    }

    private static IEnumerable<string> CallerFaults(BotOptions options)
    {
        if (options.AllowedCallers.Count > 0 && (options.AppId.Length == 0 || options.TenantId.Length == 0))
            yield return "Bot:AllowedCallers needs Bot:AppId and Bot:TenantId: their tokens are the tenant's, for this bot.";
        foreach (AllowedCaller caller in options.AllowedCallers)
        {
            if (!IsGuid(caller.AppId))
                yield return $"Bot:AllowedCallers has the AppId '{caller.AppId}'; an app registration's id is a GUID.";
            if (!ServiceUrls.MayBeCalled(caller.ServiceUrl, isVouched: true))
                yield return $"Bot:AllowedCallers has the ServiceUrl '{caller.ServiceUrl}'; "
                    + "it has to be an https address, or one on this machine.";
        }
        if (
            options.AllowedCallers.DistinctBy(caller => caller.AppId, StringComparer.OrdinalIgnoreCase).Count()
            < options.AllowedCallers.Count
        )
            yield return "Bot:AllowedCallers names an app twice.";
    }

    private static IEnumerable<string> IssuerFaults(AuthenticationOptions options)
    {
        foreach (
            (string name, string address) in new[]
            {
                ("ChannelMetadata", options.ChannelMetadata),
                ("EntraMetadata", options.EntraMetadata),
            }
        )
        {
            if (!OpenIdMetadataClient.MayBeRead(address))
                yield return $"Bot:Authentication:{name} is '{address}'; it has to be an https address, or one on this machine.";
        }
        string[] issuers = [options.ChannelIssuer, options.EntraIssuerV1, options.EntraIssuerV2];
        if (issuers.Any(string.IsNullOrWhiteSpace) || issuers.Distinct(StringComparer.Ordinal).Count() < issuers.Length)
            yield return "Bot:Authentication has to name three issuers that differ: ChannelIssuer, EntraIssuerV1 and EntraIssuerV2.";
    }

    private static bool IsGuid(string id) => Guid.TryParseExact(id, "D", out _);
}
