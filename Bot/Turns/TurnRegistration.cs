using AgaBot.Turns.Coordinators;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Erasures;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Queues;
using AgaBot.Turns.Reminders;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Retention;
using AgaBot.Turns.Running;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;
using AgaBot.Turns.Telling;
using AgaBot.Turns.Unsent;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns;

public static class TurnRegistration
{
    /// <summary>Adds the turn runner and its background services. Storage and Dialogs implement the ports.</summary>
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
        services.AddSingleton<FileIntake>();
        services.AddSingleton<IValidateOptions<OutboxOptions>, OutboxOptionsValidator>();
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section)).ValidateOnStart();
        // Hosted services stop in reverse order. The run ends last, after the delivery marks are written.
        services.AddSingleton<RunHeartbeat>();
        services.AddHostedService(static provider => provider.GetRequiredService<RunHeartbeat>());
        services.AddSingleton<DeliveryMarks>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryMarks>());
        // The outbox stops before the marks are written, because it makes the last marks.
        services.AddSingleton<Outbox>();
        services.AddHostedService(provider => provider.GetRequiredService<Outbox>());
        services.AddSingleton<InterruptedRunRecovery>();
        services.AddSingleton<UnsentSweep>();
        services.AddHostedService(static provider => provider.GetRequiredService<UnsentSweep>());
        services.AddSingleton<ExpiredData>();
        services.TryAddSingleton<StoreMetrics>();
        services.AddSingleton<RetentionBrake>();
        services.AddSingleton<Housekeeping>();
        services.AddHostedService(static provider => provider.GetRequiredService<Housekeeping>());
        services.AddSingleton<ReminderPlaces>();
        services.AddSingleton<IWorker, ReminderWorker>();
        services.AddSingleton<IWorker, LinkWorker>();
        services.AddSingleton<IValidateOptions<WorkOptions>, WorkOptionsValidator>();
        services.AddOptions<WorkOptions>().Bind(configuration.GetSection(WorkOptions.Section)).ValidateOnStart();
        services.AddSingleton<WorkLoop>();
        services.AddHostedService(static provider => provider.GetRequiredService<WorkLoop>());
        services.AddSingleton<IParticipantLinks, ParticipantLinks>();
        services.AddSingleton<IErasure, Erasure>();
        services.AddSingleton<TurnReplies>();
        services.AddSingleton<TurnPreparation>();
        services.AddSingleton<TurnResolver>();
        services.AddSingleton<TurnErasures>();
        services.AddSingleton<TurnRecogniser>();
        services.AddSingleton<TurnDecider>();
        services.AddSingleton<TurnEffects>();
        services.AddSingleton<TurnCommitter>();
        services.AddSingleton<FailedTurns>();
        services.AddSingleton<ITurnRunner, TurnRunner>();
        return services;
    }
}
