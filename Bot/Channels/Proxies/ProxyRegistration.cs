using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Proxies;

public static class ProxyRegistration
{
    public static IServiceCollection AddKnownProxies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyOptionsValidator>();
        services.AddOptions<ProxyOptions>().Bind(configuration.GetSection(ProxyOptions.Section)).ValidateOnStart();
        return services;
    }

    /// <summary>Must run before any middleware that reads the address or scheme of the client.</summary>
    public static WebApplication UseKnownProxies(this WebApplication app)
    {
        var headers = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // Proxies can be chained: processing continues through known proxies and ends at the first unknown one.
            ForwardLimit = null,
        };
        foreach (string known in app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Known)
        {
            if (ProxyOptions.Read(known) is { } network)
                headers.KnownIPNetworks.Add(network);
        }
        app.UseForwardedHeaders(headers);
        return app;
    }
}
