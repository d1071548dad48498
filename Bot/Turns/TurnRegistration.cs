using AgaBot.Turns.Coordinators;
using AgaBot.Turns.Erasures;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Queues;
using AgaBot.Turns.Reminders;
using AgaBot.Turns.Retention;
using AgaBot.Turns.Unsent;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns;

public static class TurnRegistration
{
    /// <summary>Adds the turn runner; its ports come from Storage and Dialogs.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<CoordinatorOptions>, CoordinatorOptionsValidator>();
        services.AddOptions<CoordinatorOptions>().Bind(configuration.GetSection(CoordinatorOptions.Section)).ValidateOnStart();
        services.AddSingleton<DirectoryRoles>();
        services.AddMetrics();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<TurnCache>();
        services.AddSingleton<ParticipantLocks>();
        services.AddSingleton<TurnMetrics>();
        services.AddSingleton<OwnFichas>();
        services.AddSingleton<OwnWord>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<IValidateOptions<OutboxOptions>, OutboxOptionsValidator>();
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section)).ValidateOnStart();
        // Ended last: after the marks, without which something may be left unsent.
        services.AddSingleton<RunWatch>();
        services.AddHostedService(static provider => provider.GetRequiredService<RunWatch>());
        services.AddSingleton<SentMarks>();
        services.AddHostedService(provider => provider.GetRequiredService<SentMarks>());
        // Stopped before the marks are written: it makes the last of them.
        services.AddSingleton<Outbox>();
        services.AddHostedService(provider => provider.GetRequiredService<Outbox>());
        services.AddSingleton<InterruptedRunRecovery>();
        services.AddSingleton<UnsentSweep>();
        services.AddHostedService(static provider => provider.GetRequiredService<UnsentSweep>());
        services.AddSingleton<Housekeeping>();
        services.AddHostedService(static provider => provider.GetRequiredService<Housekeeping>());
        services.AddSingleton<ReminderPlaces>();
        services.AddSingleton<IWorker, ReminderWorker>();
        services.AddSingleton<IValidateOptions<WorkOptions>, WorkOptionsValidator>();
        services.AddOptions<WorkOptions>().Bind(configuration.GetSection(WorkOptions.Section)).ValidateOnStart();
        services.AddSingleton<WorkLoop>();
        services.AddHostedService(static provider => provider.GetRequiredService<WorkLoop>());
        services.AddSingleton<IParticipantLinks, ParticipantLinks>();
        services.AddSingleton<IErasure, Erasure>();
        services.AddSingleton<TurnLoader>();
        services.AddSingleton<TurnDecider>();
        services.AddSingleton<ITurnRunner, TurnRunner>();
        return services;
    }
}
