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

    /// <summary>Comes before whatever asks for an address or a scheme.</summary>
    public static WebApplication UseKnownProxies(this WebApplication app)
    {
        var headers = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // One proxy behind another: it goes on from each that is known, and ends at the first that is not.
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
