using System.Diagnostics;
using Azure.Core;
using Azure.Identity;

namespace AgaBot.Channels.Connector;

/// <summary>How the bot proves to Entra ID who it is, as the settings say.</summary>
internal static class ConnectorCredentials
{
    /// <summary>What a managed identity shows to an app registration that trusts it.</summary>
    private const string ExchangeScope = "api://AzureADTokenExchange/.default";

    /// <summary>Null without <see cref="ConnectorOptions.AppId"/>: then connectors on this machine alone are called, without a token.</summary>
    public static TokenCredential? From(ConnectorOptions options) =>
        options switch
        {
            { AppId: "" } => null,
            { CredentialKind: AppType.UserAssignedMSI } => ManagedIdentity(options.AppId),
            { CredentialKind: AppType.FederatedCredential } => Federated(options),
            { CredentialKind: AppType.SingleTenant, CertificatePath: not "" } => new ClientCertificateCredential(
                options.TenantId,
                options.AppId,
                options.CertificatePath
            ),
            { CredentialKind: AppType.SingleTenant } => new ClientSecretCredential(options.TenantId, options.AppId, options.AppPassword),
            _ => throw new UnreachableException($"No credential for {options.CredentialKind}."),
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
