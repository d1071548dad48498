using System.Collections.Concurrent;
using AgaBot.Plans;
using AgaBot.Turns.Background;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Sending;

/// <summary>
/// Writes the marks that replies were sent. The commit of a participant's next turn includes the mark; a separate write is made only where
/// no turn follows. After a restart no reply is repeated; after a crash, at most the last ones.
/// </summary>
internal sealed class DeliveryMarks(
    IConversationStore store,
    TurnCache cache,
    ParticipantLocks locks,
    TimeProvider time,
    ILogger<DeliveryMarks> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<ParticipantId, long> unwritten = new();

    /// <summary>Notes that replies to a participant were sent and that only the cache has the mark.</summary>
    public void Note(ParticipantId participant) => unwritten[participant] = time.GetTimestamp();

    /// <summary>
    /// Writes a participant's mark before another of their conversations replaces it in the cache. The caller holds the participant's lock.
    /// </summary>
    public ValueTask WriteBeforeLeavingAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        unwritten.TryRemove(participant, out _) ? CommitAsync(participant, cancellationToken) : ValueTask.CompletedTask;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        PeriodicLoop.RunAsync(Pause, time, stopping => WriteAsync(Pause, stopping), stoppingToken);

    /// <summary>Writes the marks that remain.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(TimeSpan.Zero, cancellationToken);
    }

    private async ValueTask WriteAsync(TimeSpan olderThan, CancellationToken cancellationToken)
    {
        try
        {
            foreach ((ParticipantId participant, long noted) in unwritten)
            {
                if (time.GetElapsedTime(noted) >= olderThan && unwritten.TryRemove(new(participant, noted)))
                    await WriteAsync(participant, cancellationToken);
            }
        }
        catch (StoreUnavailableException gone)
        {
            TurnLog.MarksLost(logger, unwritten.Count, gone);
        }
    }

    private async ValueTask WriteAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        using ParticipantLocks.Held held = await locks.EnterAsync(participant, cancellationToken);
        await CommitAsync(participant, cancellationToken);
    }

    private async ValueTask CommitAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        if (!cache.TryGet(participant, out Loaded? marked))
            return;
        if (await store.MarkAsync(marked, cancellationToken) is { } committed)
            cache.Keep(committed);
        else
            cache.Forget(participant);
    }
}
