using AgaBot.Turns.Diagnostics;
using Azure.Monitor.OpenTelemetry.AspNetCore;

namespace AgaBot;

/// <summary>
/// What an operator sees in Application Insights, where <see cref="Setting"/> is set: requests, calls to others, the log, and the meter of the
/// turns. Without it nothing is collected.
/// </summary>
internal static class Telemetry
{
    /// <summary>The name under which Azure gives the connection string of an Application Insights to whoever runs there.</summary>
    public const string Setting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[Setting] is { } connection && !string.IsNullOrWhiteSpace(connection))
            Collect(services, connection);
        return services;
    }

    // On its own, so that a start without it does not load the libraries.
    private static void Collect(IServiceCollection services, string connection) =>
        services
            .AddOpenTelemetry()
            .WithMetrics(static metrics => metrics.AddMeter(TurnMetrics.MeterName))
            .UseAzureMonitor(options =>
            {
                options.ConnectionString = connection;
                // What could not be sent is dropped, not kept in files that nobody clears.
                options.DisableOfflineStorage = true;
                options.EnableLiveMetrics = false;
            });
}
