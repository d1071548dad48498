namespace AgaBot.Turns;

public static class TurnRegistration
{
    /// <summary>Adds the turn runner; its ports come from Storage and Dialogs.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<TurnCache>();
        services.AddSingleton<ParticipantLocks>();
        services.AddSingleton<TurnMetrics>();
        services.AddSingleton<SentMarks>();
        services.AddHostedService(provider => provider.GetRequiredService<SentMarks>());
        services.AddSingleton<ITurnRunner, TurnRunner>();
        return services;
    }
}
