using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Connector;

/// <summary>Section <c>Bot</c>: who the bot is towards connectors, and how long it waits for them.</summary>
public sealed record ConnectorOptions
{
    /// <summary>The app registration, or the managed identity, that Azure Bot Service knows the bot by. Without it no token is sent.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The tenant of <see cref="AppId"/>: a GUID or a domain.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>How the bot proves who it is; where it is left out, by what else is set, and by <see cref="AppType.UserAssignedMSI"/> where nothing is.</summary>
    public AppType? AppType { get; init; }

    /// <summary>The client secret of a <see cref="AppType.SingleTenant"/> app; or <see cref="CertificatePath"/>.</summary>
    public string AppPassword { get; init; } = "";

    /// <summary>A PFX or PEM file with the private key.</summary>
    public string CertificatePath { get; init; } = "";

    /// <summary>With <see cref="AppType.FederatedCredential"/>: the client id of the managed identity that the app registration trusts.</summary>
    public string FederatedIdentity { get; init; } = "";

    internal AppType CredentialKind =>
        AppType
        ?? this switch
        {
            { FederatedIdentity: not "" } => Connector.AppType.FederatedCredential,
            { AppPassword: not "" } or { CertificatePath: not "" } => Connector.AppType.SingleTenant,
            _ => Connector.AppType.UserAssignedMSI,
        };

    /// <summary>A person sees that the bot is at work when a turn takes longer.</summary>
    public TimeSpan TypingAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A channel has its answer by then. Azure Bot Service waits 15 s, Teams shows an error after about 10.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>So long a channel waits for the replies of a turn that is safe; after that they leave by themselves. A connector that is gone is tried for many seconds.</summary>
    public TimeSpan SentWithin { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Before the first repetition of a message that a connector did not take; then twice as long each time.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);
}

/// <summary>Azure Bot's own kinds of app.</summary>
public enum AppType
{
    /// <summary>An app registration of one tenant, with a client secret or a certificate.</summary>
    SingleTenant,

    /// <summary>A user-assigned managed identity: nothing secret to keep.</summary>
    UserAssignedMSI,

    /// <summary>An app registration that trusts a managed identity: nothing secret to keep.</summary>
    FederatedCredential,
}

/// <summary>Refuses a start that could take messages and never answer one.</summary>
internal sealed class ConnectorOptionsValidator : IValidateOptions<ConnectorOptions>
{
    public ValidateOptionsResult Validate(string? name, ConnectorOptions options) =>
        options switch
        {
            { TypingAfter.Ticks: < 0 } or { AnswerWithin.Ticks: <= 0 } or { SentWithin.Ticks: < 0 } or { RetryDelay.Ticks: <= 0 } =>
                ValidateOptionsResult.Fail(
                    "Bot:TypingAfter, Bot:AnswerWithin, Bot:SentWithin and Bot:RetryDelay are times, such as 00:00:05."
                ),
            { AppId: "" } => ValidateOptionsResult.Success,
            { CredentialKind: not AppType.UserAssignedMSI, TenantId: "" } => ValidateOptionsResult.Fail(
                "Bot:TenantId is missing: the tenant of the app registration."
            ),
            { CredentialKind: AppType.SingleTenant, AppPassword: "", CertificatePath: "" } => ValidateOptionsResult.Fail(
                "Bot:AppType SingleTenant needs Bot:AppPassword (a client secret) or Bot:CertificatePath. Or set Bot:AppType to UserAssignedMSI or FederatedCredential."
            ),
            { CredentialKind: AppType.FederatedCredential, FederatedIdentity: "" } => ValidateOptionsResult.Fail(
                "Bot:AppType FederatedCredential needs Bot:FederatedIdentity, the client id of the managed identity that the app registration trusts."
            ),
            _ => ValidateOptionsResult.Success,
        };
}
