using System.Collections.Frozen;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AgaBot.Channels.Authentication;

/// <summary>Whose tokens are believed, and whom they name.</summary>
/// <param name="Name">What <c>iss</c> is.</param>
/// <param name="Authenticate">For a token that holds, and the key that it holds by.</param>
internal sealed record TrustedIssuer(string Name, IssuerKeys Keys, Func<JsonWebToken, SigningKey, AuthenticationResult> Authenticate)
{
    /// <summary>By name: Azure Bot Service, and where callers of the tenant are allowed, Entra ID in both of its versions.</summary>
    public static FrozenDictionary<string, TrustedIssuer> All(BotOptions options, Func<string, IssuerKeys> keysOf)
    {
        AuthenticationOptions issuers = options.Authentication;
        List<TrustedIssuer> all = [new(issuers.ChannelIssuer, keysOf(issuers.ChannelMetadata), AdmitChannel)];
        if (options.AllowedCallers.Count > 0)
        {
            IssuerKeys keys = keysOf(OfTenant(issuers.EntraMetadata));
            var allowed = options.AllowedCallers.ToFrozenDictionary(caller => caller.AppId, StringComparer.OrdinalIgnoreCase);
            all.Add(new(OfTenant(issuers.EntraIssuerV1), keys, (token, _) => AdmitApp(token, "appid", allowed)));
            all.Add(new(OfTenant(issuers.EntraIssuerV2), keys, (token, _) => AdmitApp(token, "azp", allowed)));
        }
        return all.ToFrozenDictionary(issuer => issuer.Name, StringComparer.Ordinal);

        string OfTenant(string template) => template.Replace(AuthenticationOptions.Tenant, options.TenantId, StringComparison.Ordinal);
    }

    /// <summary>The claim is spelt <c>serviceurl</c> on the wire and <c>serviceUrl</c> in the documents.</summary>
    private static AuthenticationResult.Authenticated AdmitChannel(JsonWebToken token, SigningKey key) =>
        new(new Caller.Channel(key.Endorsements, Claim(token, "serviceurl") ?? Claim(token, "serviceUrl")));

    private static AuthenticationResult AdmitApp(JsonWebToken token, string claim, FrozenDictionary<string, AllowedCaller> allowed) =>
        Claim(token, claim) is { } appId && allowed.TryGetValue(appId, out AllowedCaller? caller)
            ? new AuthenticationResult.Authenticated(new Caller.App(caller))
            : new AuthenticationResult.Forbidden("The calling app is not among Bot:AllowedCallers.");

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue(name, out string? value) ? value : null;
}
