namespace AgaBot.Channels.Authentication;

/// <summary>
/// Section <c>Bot:Authentication</c>: who issues the tokens that callers bring, and where their keys are published. What stands here is
/// the public cloud; sovereign clouds have addresses of their own. <c>{tenant}</c> stands for <see cref="BotOptions.TenantId"/>.
/// </summary>
public sealed record AuthenticationOptions
{
    public const string Tenant = "{tenant}";

    /// <summary>OpenID metadata of Azure Bot Service, which names the keys that its tokens are signed with.</summary>
    public string ChannelMetadata { get; init; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>What <c>iss</c> is in a token of Azure Bot Service.</summary>
    public string ChannelIssuer { get; init; } = "https://api.botframework.com";

    /// <summary>OpenID metadata of the tenant in Entra ID.</summary>
    public string EntraMetadata { get; init; } = $"https://login.microsoftonline.com/{Tenant}/v2.0/.well-known/openid-configuration";

    /// <summary>What <c>iss</c> is in the tenant's tokens of version 1, which name the calling app in <c>appid</c>.</summary>
    public string EntraIssuerV1 { get; init; } = $"https://sts.windows.net/{Tenant}/";

    /// <summary>What <c>iss</c> is in the tenant's tokens of version 2, which name the calling app in <c>azp</c>.</summary>
    public string EntraIssuerV2 { get; init; } = $"https://login.microsoftonline.com/{Tenant}/v2.0";
}
