using AgaBot.Channels.Connector;
using AgaBot.Turns.Coordinators;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Groups;

public static class GroupsRegistration
{
    /// <summary>
    /// Adds the groups of the directory. The client is created when a person of the directory first writes, and only if the settings name a
    /// group.
    /// </summary>
    public static IServiceCollection AddGroups(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<GroupOptions>, GroupOptionsValidator>();
        services.AddOptions<GroupOptions>().Bind(configuration.GetSection(GroupOptions.Section)).ValidateOnStart();
        services.AddSingleton(static provider =>
        {
            IOptions<GroupOptions> options = provider.GetRequiredService<IOptions<GroupOptions>>();
            return new GraphClient(
                ConnectorRegistration.Tokens(provider, $"{options.Value.Graph.TrimEnd('/')}{GraphClient.Scope}"),
                options,
                provider.GetRequiredService<IOptions<CoordinatorOptions>>(),
                provider.GetRequiredService<ILogger<GraphClient>>()
            );
        });
        services.AddSingleton(static provider => new Lazy<GraphClient>(provider.GetRequiredService<GraphClient>));
        services.AddSingleton<IDirectoryGroups, CachedDirectoryGroups>();
        return services;
    }
}
