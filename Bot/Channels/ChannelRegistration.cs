using AgaBot.Channels.Admission;
using AgaBot.Channels.Authentication;
using AgaBot.Channels.Capabilities;
using AgaBot.Channels.Connector;
using AgaBot.Channels.Files;
using AgaBot.Channels.Groups;
using AgaBot.Channels.Health;
using AgaBot.Channels.Http;
using AgaBot.Channels.Messages;
using AgaBot.Channels.Rendering;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels;

public static class ChannelRegistration
{
    /// <summary>
    /// Request bodies up to this size are read to the end, although the limit for processing is lower: the client then receives an error
    /// and not a broken connection.
    /// </summary>
    private const long MaxDrainedBytes = 16L * HttpBodies.MaxBytes;

    /// <summary>Adds the endpoints for the channels and the clients of their connectors.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidator>();
        services.AddOptions<BotOptions>().Bind(configuration.GetSection(BotOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ChannelOptions>, ChannelOptionsValidator>();
        services.AddOptions<ChannelOptions>().Bind(configuration.GetSection(ChannelOptions.Section)).ValidateOnStart();
        services.Configure<KestrelServerOptions>(Limit);
        // The thread that receives the bytes of a request also processes the request; the sockets' engine uses another for the next.
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

    /// <summary>Maps the probes, and <c>/api/messages</c> unless <see cref="BotOptions.WebOnly"/> is set.</summary>
    public static WebApplication MapChannels(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = UnhandledErrorResponse.WriteAsync });
        app.MapGet("/healthz", HealthEndpoints.LiveAsync).WithMetadata(RequestCostMetadata.None);
        app.MapGet("/readyz", app.Services.GetRequiredService<HealthEndpoints>().ReadyAsync).WithMetadata(RequestCostMetadata.None);
        if (!app.Services.GetRequiredService<IOptions<BotOptions>>().Value.WebOnly)
            app.MapPost("/api/messages", app.Services.GetRequiredService<MessagesEndpoint>().PostAsync)
                .WithMetadata(RequestCostMetadata.None);
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
