using System.Collections.Concurrent;
using AgaBot.Plans;

namespace AgaBot.Turns;

/// <summary>
/// Writes the marks that replies were sent for people who say nothing more: a mark goes with the next turn's commit,
/// and only where none follows does it cost a write of its own. So a restart repeats nothing, and a crash at most the last replies.
/// </summary>
internal sealed class SentMarks(
    IConversationStore store,
    TurnCache cache,
    ParticipantLocks locks,
    TimeProvider time,
    ILogger<SentMarks> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<ParticipantId, long> unwritten = new();

    /// <summary>Says that the last replies to a person were sent and that the mark of it is in the cache alone.</summary>
    public void Note(ParticipantId participant) => unwritten[participant] = time.GetTimestamp();

    /// <summary>Writes a person's mark before another of their conversations takes its place in the cache. For whoever holds their lock.</summary>
    public ValueTask WriteBeforeLeavingAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        unwritten.TryRemove(participant, out _) ? CommitAsync(participant, cancellationToken) : ValueTask.CompletedTask;

    /// <summary>What a stop leaves is written by <see cref="StopAsync"/>.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.GoAsync(Pause, time, stopping => WriteAsync(Pause, stopping), stoppingToken);

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
