using AgaBot.Channels.Authentication;
using AgaBot.Channels.Connector;
using AgaBot.Channels.Files;
using AgaBot.Channels.Groups;
using AgaBot.Channels.Health;
using AgaBot.Channels.Messages;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels;

public static class ChannelRegistration
{
    /// <summary>More than is ever taken: so much is read to its end, so that who sends too much hears why and not a broken connection.</summary>
    private const long MaxDrainedBytes = 16L * HttpBodies.MaxBytes;

    /// <summary>Adds the wire: what comes in from channels, and what goes out through their connectors.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidator>();
        services.AddOptions<BotOptions>().Bind(configuration.GetSection(BotOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ChannelOptions>, ChannelOptionsValidator>();
        services.AddOptions<ChannelOptions>().Bind(configuration.GetSection(ChannelOptions.Section)).ValidateOnStart();
        services.Configure<KestrelServerOptions>(Limit);
        // A request is read and answered by the thread that its bytes came to; the sockets' engine has called another for the next one by then.
        services.Configure<SocketTransportOptions>(static sockets => sockets.UnsafePreferInlineScheduling = true);
        services.TryAddSingleton(TimeProvider.System);
        services.AddCallerAuthentication();
        services.AddSingleton<ReplyRenderer>();
        services.AddConnector(configuration);
        services.AddLinkedFiles(configuration);
        services.AddGroups(configuration);
        services.AddSingleton<DeadlineTurnRunner>();
        services.AddSingleton<InvokeHandler>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddSingleton<HealthEndpoints>();
        return services;
    }

    /// <summary>Maps the probes, and <c>/api/messages</c> unless <see cref="BotOptions.WebOnly"/> takes it away.</summary>
    public static WebApplication MapChannels(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = UnhandledErrorResponse.WriteAsync });
        app.MapGet("/healthz", HealthEndpoints.LiveAsync);
        app.MapGet("/readyz", app.Services.GetRequiredService<HealthEndpoints>().ReadyAsync);
        if (!app.Services.GetRequiredService<IOptions<BotOptions>>().Value.WebOnly)
            app.MapPost("/api/messages", app.Services.GetRequiredService<MessagesEndpoint>().PostAsync);
        return app;
    }

    private static void Limit(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = MaxDrainedBytes;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
