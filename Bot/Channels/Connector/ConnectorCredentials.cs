using Azure.Core;
using Azure.Identity;

namespace AgaBot.Channels.Connector;

/// <summary>Creates the bot's credential for Entra ID from the settings.</summary>
internal static class ConnectorCredentials
{
    /// <summary>The audience of the token with which a managed identity authenticates to an app registration that trusts it.</summary>
    private const string ExchangeScope = "api://AzureADTokenExchange/.default";

    /// <summary>
    /// Null if <see cref="ConnectorOptions.AppId"/> is empty; the bot then calls only connectors on the same machine, without a token.
    /// </summary>
    public static TokenCredential? From(ConnectorOptions options) =>
        options switch
        {
            { AppId: "" } => null,
            { CredentialKind: AppType.UserAssignedMSI } => ManagedIdentity(options.AppId),
            { CredentialKind: AppType.FederatedCredential } => Federated(options),
            { CertificatePath: not "" } => new ClientCertificateCredential(options.TenantId, options.AppId, options.CertificatePath),
            _ => new ClientSecretCredential(options.TenantId, options.AppId, options.AppPassword),
        };

    private static ManagedIdentityCredential ManagedIdentity(string clientId) => new(ManagedIdentityId.FromUserAssignedClientId(clientId));

    private static ClientAssertionCredential Federated(ConnectorOptions options)
    {
        ManagedIdentityCredential identity = ManagedIdentity(options.FederatedIdentity);
        var exchange = new TokenRequestContext([ExchangeScope]);
        return new(
            options.TenantId,
            options.AppId,
            async cancellationToken => (await identity.GetTokenAsync(exchange, cancellationToken)).Token
        );
    }
}
