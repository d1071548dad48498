using AgaBot.Storage.Sqlite;
using AgaBot.Turns.Diagnostics;
using Azure.Monitor.OpenTelemetry.AspNetCore;

namespace AgaBot;

/// <summary>
/// Sends requests, outgoing calls, the log and the turn metrics to Application Insights if <see cref="Setting"/> is set. Otherwise nothing
/// is collected.
/// </summary>
internal static class Telemetry
{
    /// <summary>The environment variable in which Azure passes the connection string of Application Insights.</summary>
    public const string Setting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Setting] is { } connection && !string.IsNullOrWhiteSpace(connection))
            Collect(services, connection);
        return services;
    }

    // A separate method, so that a start without telemetry does not load the libraries.
    private static void Collect(IServiceCollection services, string connection) =>
        services
            .AddOpenTelemetry()
            .WithMetrics(static metrics => metrics.AddMeter(TurnMetrics.MeterName).AddMeter(FreeDisk.MeterName))
            .UseAzureMonitor(options =>
            {
                options.ConnectionString = connection;
                // Data that cannot be sent is dropped and not stored in files.
                options.DisableOfflineStorage = true;
                options.EnableLiveMetrics = false;
            });
}
