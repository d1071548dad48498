using System.Diagnostics.Metrics;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Moving;
using AgaBot.Storage.Queues;
using AgaBot.Storage.Sqlite;
using AgaBot.Storage.Tables;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Queues;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgaBot.Storage.Setup;

public static class StorageRegistration
{
    /// <summary>Adds the entity store that section <c>Storage</c> of <paramref name="configuration"/> names.</summary>
    public static IServiceCollection AddEntityStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton(static provider =>
            Create(
                provider.GetRequiredService<IOptions<StorageOptions>>().Value,
                provider.GetRequiredService<IHostEnvironment>().ContentRootPath
            )
        );
        services.AddSingleton(static provider => new DataFolder(
            Path.GetDirectoryName(
                SqliteIn(
                    provider.GetRequiredService<IHostEnvironment>().ContentRootPath,
                    provider.GetRequiredService<IOptions<StorageOptions>>().Value
                ).Path
            )!
        ));
        services.AddSingleton(static provider => (IEntityScan)provider.GetRequiredService<IEntityStore>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static provider =>
            CreateQueue(
                provider.GetRequiredService<IOptions<StorageOptions>>().Value,
                provider.GetRequiredService<IHostEnvironment>().ContentRootPath,
                provider.GetRequiredService<TimeProvider>()
            )
        );
        services.AddSingleton<StoreExport>();
        services.AddSingleton<StoreImport>();
        services.AddSingleton<AuditVerification>();
        services.AddSingleton<StoreInspection>();
        services.AddSingleton<StoreHealth>();
        services.TryAddSingleton<StoreMetrics>();
        services.AddSingleton<ErasedBytes>();
        services.AddSingleton<StoreCare>();
        services.AddHostedService(static provider => provider.GetRequiredService<StoreCare>());
        services.AddSingleton<IReadiness, StoreReadiness>();
        services.AddSingleton(static provider =>
            CreateRoom(
                provider.GetRequiredService<IOptions<StorageOptions>>().Value,
                provider.GetRequiredService<IHostEnvironment>().ContentRootPath,
                provider
            )
        );
        return services;
    }

    private static IEntityStore Create(StorageOptions options, string contentRoot) =>
        options.Tables.IsNamed ? new AzureTableStore(options.Tables) : new SqliteStore(SqliteIn(contentRoot, options));

    private static IStorageRoom CreateRoom(StorageOptions options, string contentRoot, IServiceProvider provider) =>
        options.Tables.IsNamed
            ? new UnlimitedRoom()
            : new FreeDisk(
                SqliteIn(contentRoot, options),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<IMeterFactory>()
            );

    private static IWorkQueue CreateQueue(StorageOptions options, string contentRoot, TimeProvider time) =>
        options.Tables.IsNamed
            ? new AzureQueue(QueuePlace.Of(options.Tables, options.Queues)!, options.Tables.NetworkTimeout)
            : new SqliteQueue(SqliteIn(contentRoot, options), time);

    private static SqliteOptions SqliteIn(string contentRoot, StorageOptions options) =>
        options.Sqlite with
        {
            Path = Path.GetFullPath(Path.Combine(contentRoot, options.Sqlite.Path)),
        };
}
