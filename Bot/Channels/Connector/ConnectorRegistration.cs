using Azure.Core;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Connector;

internal static class ConnectorRegistration
{
    /// <summary>Adds the client of the connectors.</summary>
    public static IServiceCollection AddConnector(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<ConnectorOptions>, ConnectorOptionsValidator>();
        services.AddOptions<ConnectorOptions>().Bind(configuration.GetSection(ConnectorOptions.Section)).ValidateOnStart();
        services.AddSingleton(static provider => Tokens(provider, EntraTokenCache.ConnectorScope));
        services.AddSingleton<ConnectorResilience>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<ConnectorSender>();
        return services;
    }

    /// <summary>Creates the cache of the bot's tokens for one API.</summary>
    public static EntraTokenCache Tokens(IServiceProvider provider, string scope) =>
        new(
            provider.GetService<TokenCredential>()
                ?? ConnectorCredentials.From(provider.GetRequiredService<IOptions<ConnectorOptions>>().Value),
            scope,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EntraTokenCache>>()
        );
}
