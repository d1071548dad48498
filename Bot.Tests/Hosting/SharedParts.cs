using AgaBot.Cards;
using AgaBot.Plans;
using AgaBot.Plans.Entities;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hosting;

/// <summary>
/// What every app reads from the same files and never changes. Reading it takes most of the time of a start, so the first app of a run
/// shares it with the others.
/// </summary>
internal static class SharedParts
{
    private static CardTemplates? cards;
    private static EntityDirectory? entities;

    /// <summary>Called after the app's own registrations.</summary>
    public static void AddTo(IServiceCollection services)
    {
        if (cards is not null)
            services.AddSingleton(cards);
        var plan = (Plan)services.Last(service => service.ServiceType == typeof(Plan)).ImplementationInstance!;
        entities ??= plan.Entities;
        services.AddSingleton(plan with { Entities = entities });
    }

    public static void TakeFrom(IServiceProvider started) => cards ??= started.GetRequiredService<CardTemplates>();
}
