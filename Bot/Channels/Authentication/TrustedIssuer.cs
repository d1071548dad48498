using System.Collections.Frozen;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AgaBot.Channels.Authentication;

/// <summary>An issuer whose tokens are accepted.</summary>
/// <param name="Name">The value of <c>iss</c>.</param>
/// <param name="Authenticate">Finds the caller that a valid token names; the second argument is the key that signed the token.</param>
internal sealed record TrustedIssuer(string Name, IssuerKeys Keys, Func<JsonWebToken, SigningKey, AuthenticationResult> Authenticate)
{
    /// <summary>Issuers by name: Azure Bot Service, and, if callers of the tenant are allowed, both versions of Entra ID.</summary>
    public static FrozenDictionary<string, TrustedIssuer> All(BotOptions options, Func<string, IssuerKeys> keysOf)
    {
        AuthenticationOptions issuers = options.Authentication;
        List<TrustedIssuer> all = [new(issuers.ChannelIssuer, keysOf(issuers.ChannelMetadata), AuthenticateChannel)];
        if (options.AllowedCallers.Count > 0)
        {
            IssuerKeys keys = keysOf(OfTenant(issuers.EntraMetadata));
            var allowed = options.AllowedCallers.ToFrozenDictionary(caller => caller.AppId, StringComparer.OrdinalIgnoreCase);
            all.Add(new(OfTenant(issuers.EntraIssuerV1), keys, (token, _) => AuthenticateApp(token, "appid", allowed)));
            all.Add(new(OfTenant(issuers.EntraIssuerV2), keys, (token, _) => AuthenticateApp(token, "azp", allowed)));
        }
        return all.ToFrozenDictionary(issuer => issuer.Name, StringComparer.Ordinal);

        string OfTenant(string template) => template.Replace(AuthenticationOptions.Tenant, options.TenantId, StringComparison.Ordinal);
    }

    /// <summary>The claim is <c>serviceurl</c> on the wire and <c>serviceUrl</c> in the documentation.</summary>
    private static AuthenticationResult.Authenticated AuthenticateChannel(JsonWebToken token, SigningKey key) =>
        new(new Caller.Channel(key.Endorsements, Claim(token, "serviceurl") ?? Claim(token, "serviceUrl")));

    private static AuthenticationResult AuthenticateApp(
        JsonWebToken token,
        string claim,
        FrozenDictionary<string, AllowedCaller> allowed
    ) =>
        Claim(token, claim) is { } appId && allowed.TryGetValue(appId, out AllowedCaller? caller)
            ? new AuthenticationResult.Authenticated(new Caller.App(caller))
            : new AuthenticationResult.Forbidden("The calling app is not among Bot:AllowedCallers.");

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue(name, out string? value) ? value : null;
}
