namespace AgaBot.Channels.DirectLine;

public static class DirectLineRegistration
{
    /// <summary>What a client is given as its <c>domain</c>, below the host.</summary>
    public const string Base = "/directline";

    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<ConversationBells>();
        services.AddSingleton<PageConversations>();
        services.AddSingleton<ActivityStream>();
        services.AddSingleton<DirectLineEndpoints>();
        return services;
    }

    public static WebApplication MapDirectLine(this WebApplication app)
    {
        app.UseWebSockets();
        DirectLineEndpoints line = app.Services.GetRequiredService<DirectLineEndpoints>();
        RouteGroupBuilder group = app.MapGroup(Base);
        group.MapPost("/tokens/generate", line.GenerateTokenAsync);
        group.MapPost("/tokens/refresh", line.RefreshTokenAsync);
        group.MapPost("/conversations", line.StartAsync);
        group.MapGet("/conversations/{conversationId}", (RequestDelegate)(http => line.ReconnectAsync(http, Id(http))));
        group.MapGet("/conversations/{conversationId}/activities", (RequestDelegate)(http => line.ReceiveAsync(http, Id(http))));
        group.MapPost("/conversations/{conversationId}/activities", (RequestDelegate)(http => line.SendAsync(http, Id(http))));
        group.MapPost("/conversations/{conversationId}/upload", DirectLineEndpoints.RefuseUploadAsync);
        group.MapGet("/conversations/{conversationId}/stream", (RequestDelegate)(http => line.StreamAsync(http, Id(http), app.Lifetime)));
        return app;
    }

    private static string Id(HttpContext http) => (string)http.GetRouteValue("conversationId")!;
}
