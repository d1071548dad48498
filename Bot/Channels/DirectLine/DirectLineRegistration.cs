using AgaBot.Channels.DirectLine.Limits;
using AgaBot.Turns.Sending;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine;

public static class DirectLineRegistration
{
    /// <summary>What a client is given as its <c>domain</c>, below the host.</summary>
    public const string Base = "/directline";

    /// <summary>The policy for other sites' scripts, after <see cref="DirectLineOptions.AllowedOrigins"/>.</summary>
    private const string Cors = "DirectLine";

    /// <summary>A reader that is gone without a word is noticed within the sum of both.</summary>
    private static readonly WebSocketOptions Sockets = new()
    {
        KeepAliveInterval = TimeSpan.FromSeconds(30),
        KeepAliveTimeout = TimeSpan.FromSeconds(30),
    };

    private static readonly RequestCostMetadata Sending = new(RequestCost.Request | RequestCost.Activity);

    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsValidator>();
        services.AddOptions<DirectLineOptions>().Bind(configuration.GetSection(DirectLineOptions.Section)).ValidateOnStart();
        // A stream's ticket stands in its address, which the server would write in a line for each request. Off whole, it also makes no
        // scope and no activity for each, here and in the connector's client, but where telemetry listens.
        services.AddLogging(static logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None));
        services.AddCors();
        services
            .AddOptions<CorsOptions>()
            .Configure<IOptions<DirectLineOptions>>(static (cors, line) => cors.AddPolicy(Cors, Allow(line.Value)));
        services.AddSingleton<IValidateOptions<DirectLineLimits>, DirectLineLimitsValidator>();
        services.AddOptions<DirectLineLimits>().Bind(configuration.GetSection(DirectLineLimits.Section)).ValidateOnStart();
        services.AddRateLimiter();
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<IOptions<DirectLineLimits>>(static (limiter, limits) => DirectLineRateLimiter.Configure(limiter, limits.Value));
        services.AddSingleton<OriginPolicy>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineAuthorizer>();
        services.AddSingleton<ActivityNotifier>();
        services.AddSingleton<IReplySenders, ReplySenders>();
        services.AddSingleton<PageConversations>();
        services.AddSingleton<ActivityStream>();
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<ActivityEndpoints>();
        services.AddSingleton<UploadEndpoint>();
        return services;
    }

    public static WebApplication MapDirectLine(this WebApplication app)
    {
        // What comes from connectors passes by.
        app.UseWhen(
            static http => http.Request.Path.StartsWithSegments(Base, StringComparison.OrdinalIgnoreCase),
            static line =>
            {
                line.UseCors();
                line.UseRateLimiter();
                line.UseWebSockets(Sockets);
            }
        );
        ConversationEndpoints conversations = app.Services.GetRequiredService<ConversationEndpoints>();
        ActivityEndpoints activities = app.Services.GetRequiredService<ActivityEndpoints>();
        UploadEndpoint uploads = app.Services.GetRequiredService<UploadEndpoint>();
        RouteGroupBuilder line = app.MapGroup(Base).RequireCors(Cors).WithMetadata(new RequestCostMetadata(RequestCost.Request));
        line.MapPost("/tokens/generate", conversations.GenerateTokenAsync)
            .WithMetadata(new RequestCostMetadata(RequestCost.Request | RequestCost.Token));
        line.MapPost("/tokens/refresh", conversations.RefreshTokenAsync);
        line.MapPost("/conversations", conversations.StartAsync);
        RouteGroupBuilder one = line.MapGroup("/conversations/{conversationId}");
        one.MapGet("", (RequestDelegate)(http => conversations.ReconnectAsync(http, Id(http))));
        one.MapDelete("", (RequestDelegate)(http => conversations.LeaveAsync(http, Id(http))));
        one.MapGet("/activities", (RequestDelegate)(http => activities.ReceiveAsync(http, Id(http))));
        one.MapPost("/activities", (RequestDelegate)(http => activities.SendAsync(http, Id(http)))).WithMetadata(Sending);
        one.MapPost("/upload", (RequestDelegate)(http => uploads.ReceiveAsync(http, Id(http)))).WithMetadata(Sending);
        one.MapGet("/stream", (RequestDelegate)(http => activities.StreamAsync(http, Id(http))))
            .WithMetadata(new RequestCostMetadata(RequestCost.Request | RequestCost.Stream));
        return app;
    }

    /// <summary>What Web Chat asks for, and what it has to read of a refusal.</summary>
    private static CorsPolicy Allow(DirectLineOptions options) =>
        new CorsPolicyBuilder([.. options.AllowedOrigins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Delete)
            .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
            .WithExposedHeaders("Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))
            .Build();

    private static string Id(HttpContext http) => (string)http.GetRouteValue("conversationId")!;
}
