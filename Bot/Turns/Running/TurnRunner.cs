using AgaBot.Plans;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Running;

/// <summary>
/// Runs a turn (docs/decisions/0002): resolve the participant, recognise a redelivery, decide, apply changes in other partitions, commit,
/// send. The commit is one conditional write that includes the replies: once committed, the turn survives any crash.
/// </summary>
internal sealed class TurnRunner(
    TurnCache cache,
    ParticipantLocks locks,
    TurnPreparation preparation,
    TurnResolver resolver,
    IParticipantLinks links,
    TurnErasures erasures,
    TurnRecogniser recogniser,
    TurnDecider decider,
    TurnEffects effects,
    TurnCommitter committer,
    TurnReplies replies,
    FailedTurns failures,
    TurnMetrics metrics,
    TimeProvider time,
    ILogger<TurnRunner> logger
) : ITurnRunner
{
    /// <summary>Each lost try means that another writer's commit succeeded, so a few tries suffice.</summary>
    private const int MaxTries = 8;

    public async ValueTask<TurnResult> RunAsync(TurnRequest request, IReplySender sender, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        string turnId = TurnIds.Of(request);
        ParticipantId speaker = request.Participant;
        using IDisposable? prepared = await preparation.PrepareAsync(request);
        TurnResult? result;
        do
        {
            var turn = new RunningTurn(request, turnId, sender, speaker, participant: cache.Current(speaker));
            result = await RunForParticipantAsync(turn, cancellationToken);
        } while (result is null);

        TimeSpan took = time.GetElapsedTime(started);
        metrics.Took(result.Name, took);
        TurnLog.Took(logger, turnId, result.Name, took.TotalMilliseconds);
        return result;
    }

    /// <returns>Null where the speaker counts as another participant by now: the turn runs again for that one.</returns>
    private async ValueTask<TurnResult?> RunForParticipantAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        using ParticipantLocks.Held held = await locks.EnterAsync(turn.Participant, cancellationToken);
        try
        {
            for (int tries = 0; tries < MaxTries; tries++)
            {
                if (await resolver.ResolveAsync(turn, cancellationToken) is not { } loaded)
                    return null;
                if (await TryAsync(turn, loaded, cancellationToken) is { } result)
                    return result;
            }
            throw new StoreUnavailableException($"The turn met another write {MaxTries} times.");
        }
        catch (StoreUnavailableException gone)
        {
            return failures.StoreUnavailable(turn, gone);
        }
        catch (UnknownVersionException newer)
        {
            return failures.UnknownVersion(turn, newer);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return await failures.BrokeAsync(turn, fault);
        }
    }

    /// <returns>Null where what was loaded is outdated: the turn loads and decides again.</returns>
    private async ValueTask<TurnResult?> TryAsync(RunningTurn turn, Loaded loaded, CancellationToken cancellationToken)
    {
        if (loaded.Person is { Parting: not null } joined)
        {
            await links.PartAsync(joined, cancellationToken);
            return null;
        }
        if (loaded.Person?.Erasing is { } erasing)
            return await erasures.FinishAsync(turn, loaded, erasing, cancellationToken);
        if (loaded.Person is null && await erasures.RecogniseAsync(turn, loaded, cancellationToken) is { } erased)
            return erased;
        if (recogniser.Recognise(turn, loaded) is { } redelivered)
            return redelivered;

        DecidedTurn decided = await decider.DecideAsync(turn, loaded, cancellationToken);
        if (!await effects.TryApplyAsync(turn, decided, cancellationToken))
            return null;
        return await committer.TryCommitAsync(turn, decided, cancellationToken) is { } committed
            ? new TurnResult.Committed(replies.SendUnsent(turn, committed))
            : null;
    }
}
