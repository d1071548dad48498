using AgaBot.Channels.Admission;
using AgaBot.Channels.DirectLine.Activities;
using AgaBot.Channels.DirectLine.Authorization;
using AgaBot.Channels.DirectLine.Conversations;
using AgaBot.Channels.Sending;
using AgaBot.Turns.Sending;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine;

public static class DirectLineRegistration
{
    /// <summary>The CORS policy, which allows the sites of <see cref="DirectLineOptions.AllowedOrigins"/>.</summary>
    private const string Cors = "DirectLine";

    /// <summary>A connection that broke without a close frame is detected within the sum of both times.</summary>
    private static readonly WebSocketOptions Sockets = new()
    {
        KeepAliveInterval = TimeSpan.FromSeconds(30),
        KeepAliveTimeout = TimeSpan.FromSeconds(30),
    };

    private static readonly RequestCostMetadata Sending = new(RequestCost.Request | RequestCost.Activity);

    private static readonly RequestCostMetadata Uploading = new(RequestCost.Request | RequestCost.Activity | RequestCost.Upload);

    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsValidator>();
        services.AddOptions<DirectLineOptions>().Bind(configuration.GetSection(DirectLineOptions.Section)).ValidateOnStart();
        // The server would log the address of each request, and the address of a stream contains its ticket. Without these diagnostics, the
        // server also creates no logging scope and no tracing activity per request, unless telemetry listens.
        services.AddLogging(static logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None));
        services.AddCors();
        services
            .AddOptions<CorsOptions>()
            .Configure<IOptions<DirectLineOptions>>(static (cors, directLine) => cors.AddPolicy(Cors, Allow(directLine.Value)));
        services.AddSingleton<OriginPolicy>();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineAuthorizer>();
        services.AddSingleton<ActivityNotifier>();
        services.AddSingleton<IReplySenders, ReplySenders>();
        services.AddSingleton<ActivityRedaction>();
        services.AddSingleton<PageConversations>();
        services.AddSingleton<ActivityStream>();
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<ActivityEndpoints>();
        services.AddSingleton<UploadEndpoint>();
        return services;
    }

    public static WebApplication MapDirectLine(this WebApplication app)
    {
        app.UseWhen(
            static http => http.Request.Path.StartsWithSegments(DirectLineOptions.BasePath, StringComparison.OrdinalIgnoreCase),
            static directLine => directLine.UseWebSockets(Sockets)
        );
        ConversationEndpoints conversations = app.Services.GetRequiredService<ConversationEndpoints>();
        ActivityEndpoints activities = app.Services.GetRequiredService<ActivityEndpoints>();
        UploadEndpoint uploads = app.Services.GetRequiredService<UploadEndpoint>();
        RouteGroupBuilder directLine = app.MapGroup(DirectLineOptions.BasePath).RequireCors(Cors).WithMetadata(RequestCostMetadata.Request);
        directLine
            .MapPost("/tokens/generate", conversations.GenerateTokenAsync)
            .WithMetadata(new RequestCostMetadata(RequestCost.Request | RequestCost.Token));
        directLine.MapPost("/tokens/refresh", conversations.RefreshTokenAsync);
        directLine.MapPost("/conversations", conversations.StartAsync);
        RouteGroupBuilder conversation = directLine.MapGroup("/conversations/{conversationId}");
        conversation.MapGet("", (RequestDelegate)(http => conversations.ReconnectAsync(http, Id(http))));
        conversation.MapDelete("", (RequestDelegate)(http => conversations.LeaveAsync(http, Id(http))));
        conversation.MapGet("/activities", (RequestDelegate)(http => activities.ReceiveAsync(http, Id(http))));
        conversation.MapPost("/activities", (RequestDelegate)(http => activities.SendAsync(http, Id(http)))).WithMetadata(Sending);
        conversation.MapPost("/upload", (RequestDelegate)(http => uploads.ReceiveAsync(http, Id(http)))).WithMetadata(Uploading);
        conversation
            .MapGet("/stream", (RequestDelegate)(http => activities.StreamAsync(http, Id(http))))
            .WithMetadata(new RequestCostMetadata(RequestCost.Request | RequestCost.Stream));
        return app;
    }

    /// <summary>The methods and headers that Web Chat uses.</summary>
    private static CorsPolicy Allow(DirectLineOptions options) =>
        new CorsPolicyBuilder([.. options.AllowedOrigins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Delete)
            .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
            .WithExposedHeaders("Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))
            .Build();

    private static string Id(HttpContext http) => (string)http.GetRouteValue("conversationId")!;
}
