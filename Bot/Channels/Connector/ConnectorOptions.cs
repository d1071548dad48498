using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Connector;

/// <summary>Section <c>Bot</c>: the identity of the bot for connectors, and the time limits of sending.</summary>
public sealed record ConnectorOptions
{
    public const string Section = "Bot";

    /// <summary>The app registration or managed identity of the bot in Azure Bot Service. If empty, no token is sent.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The tenant of <see cref="AppId"/>: a GUID or a domain.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>
    /// The kind of credential. If null, it follows from the other settings; if none is set, <see cref="AppType.UserAssignedMSI"/> applies.
    /// </summary>
    public AppType? AppType { get; init; }

    /// <summary>The client secret of a <see cref="AppType.SingleTenant"/> app; the alternative is <see cref="CertificatePath"/>.</summary>
    public string AppPassword { get; init; } = "";

    /// <summary>A PFX or PEM file with the private key.</summary>
    public string CertificatePath { get; init; } = "";

    /// <summary>
    /// With <see cref="AppType.FederatedCredential"/>: the client id of the managed identity that the app registration trusts.
    /// </summary>
    public string FederatedIdentity { get; init; } = "";

    internal AppType CredentialKind =>
        AppType
        ?? this switch
        {
            { FederatedIdentity: not "" } => Connector.AppType.FederatedCredential,
            { AppPassword: not "" } or { CertificatePath: not "" } => Connector.AppType.SingleTenant,
            _ => Connector.AppType.UserAssignedMSI,
        };

    /// <summary>A turn that takes longer shows the typing indicator.</summary>
    public TimeSpan TypingAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Time limit for the response to a channel. Azure Bot Service waits 15 s, and Teams shows an error after about 10 s.
    /// </summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long the response to a channel waits for the replies of a committed turn. After that, the replies are sent in the background;
    /// retries at an unavailable connector take many seconds.
    /// </summary>
    public TimeSpan SentWithin { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Delay before the first retry of a message; each further delay is twice as long.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);
}

/// <summary>Kinds of app of Azure Bot.</summary>
public enum AppType
{
    /// <summary>An app registration of one tenant, with a client secret or a certificate.</summary>
    SingleTenant,

    /// <summary>A user-assigned managed identity, which needs no secret.</summary>
    UserAssignedMSI,

    /// <summary>An app registration that trusts a managed identity, which needs no secret.</summary>
    FederatedCredential,
}

/// <summary>Stops the start on settings with which the bot could not send replies.</summary>
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
                "Bot:AppType SingleTenant needs Bot:AppPassword (a client secret) or Bot:CertificatePath. "
                    + "Or set Bot:AppType to UserAssignedMSI or FederatedCredential."
            ),
            { CredentialKind: AppType.FederatedCredential, FederatedIdentity: "" } => ValidateOptionsResult.Fail(
                "Bot:AppType FederatedCredential needs Bot:FederatedIdentity, "
                    + "the client id of the managed identity that the app registration trusts."
            ),
            _ => ValidateOptionsResult.Success,
        };
}
