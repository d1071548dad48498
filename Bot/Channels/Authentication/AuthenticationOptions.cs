namespace AgaBot.Channels.Authentication;

/// <summary>
/// Section <c>Bot:Authentication</c>: the issuers of the callers' tokens, and where the issuers publish their keys. The default values are
/// those of the public cloud; sovereign clouds use other addresses. <c>{tenant}</c> stands for <see cref="BotOptions.TenantId"/>.
/// </summary>
public sealed record AuthenticationOptions
{
    public const string Tenant = "{tenant}";

    /// <summary>OpenID metadata of Azure Bot Service, which names the keys that sign its tokens.</summary>
    public string ChannelMetadata { get; init; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The value of <c>iss</c> in a token of Azure Bot Service.</summary>
    public string ChannelIssuer { get; init; } = "https://api.botframework.com";

    /// <summary>OpenID metadata of the tenant in Entra ID.</summary>
    public string EntraMetadata { get; init; } = $"https://login.microsoftonline.com/{Tenant}/v2.0/.well-known/openid-configuration";

    /// <summary>The value of <c>iss</c> in the tenant's tokens of version 1, which name the calling app in <c>appid</c>.</summary>
    public string EntraIssuerV1 { get; init; } = $"https://sts.windows.net/{Tenant}/";

    /// <summary>The value of <c>iss</c> in the tenant's tokens of version 2, which name the calling app in <c>azp</c>.</summary>
    public string EntraIssuerV2 { get; init; } = $"https://login.microsoftonline.com/{Tenant}/v2.0";
}
