namespace AgaBot.Channels.Authentication;

public static class AuthenticationRegistration
{
    /// <summary>Adds the authentication of callers of <c>/api/messages</c>.</summary>
    public static IServiceCollection AddCallerAuthentication(this IServiceCollection services)
    {
        services.AddSingleton<OpenIdMetadataClient>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<Authenticator>();
        return services;
    }
}
