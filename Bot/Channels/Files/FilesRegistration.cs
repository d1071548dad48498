using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Files;

public static class FilesRegistration
{
    /// <summary>Adds the download of files that people send as a link.</summary>
    public static IServiceCollection AddLinkedFiles(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<FetchOptions>, FetchOptionsValidator>();
        services.AddOptions<FetchOptions>().Bind(configuration.GetSection(FetchOptions.Section)).ValidateOnStart();
        services.AddSingleton<FileFetcher>();
        services.AddSingleton<AttachedFileHandler>();
        return services;
    }
}
