using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Admission;

public static class AdmissionRegistration
{
    /// <summary>Adds the limits that every endpoint counts against.</summary>
    public static IServiceCollection AddAdmission(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<AdmissionLimits>, AdmissionLimitsValidator>();
        services.AddOptions<AdmissionLimits>().Bind(configuration.GetSection(AdmissionLimits.Section)).ValidateOnStart();
        services.AddSingleton<WorkshopRoom>();
        services.AddSingleton<ByteQuotas>();
        services.AddSingleton<ConversationAdmission>();
        services.AddRateLimiter();
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<IOptions<AdmissionLimits>, WorkshopRoom>(
                static (limiter, limits, room) => AddressAdmission.Configure(limiter, limits.Value, room)
            );
        return services;
    }

    /// <summary>Admits requests before their endpoint runs. Probes and the calls of Azure Bot Service pass by.</summary>
    public static WebApplication UseAdmission(this WebApplication app)
    {
        app.UseWhen(
            static http => RequestCostMetadata.CostOf(http) != RequestCost.None,
            static limited =>
            {
                // A site that embeds the page reads a refusal only with the headers of CORS.
                limited.UseCors();
                limited.UseRateLimiter();
            }
        );
        return app;
    }
}
