using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Running;

/// <summary>What becomes of a turn that failed.</summary>
internal sealed class FailedTurns(
    IConversationStore store,
    TurnResolver resolver,
    TurnCache cache,
    TurnReplies replies,
    ILogger<FailedTurns> logger
)
{
    /// <summary>
    /// Says nothing: the sender may try again. The cache stays: if the write succeeded after all, the next commit conflicts.
    /// </summary>
    public TurnResult StoreUnavailable(RunningTurn turn, StoreUnavailableException gone)
    {
        TurnLog.StoreUnavailable(logger, turn.TurnId, gone);
        return new TurnResult.Unavailable();
    }

    /// <summary>
    /// Tells the person to write again later. The turn does not count as taken, and the reply has another id: an instance that knows the
    /// rows can still run the same activity.
    /// </summary>
    public TurnResult UnknownVersion(RunningTurn turn, UnknownVersionException newer)
    {
        TurnLog.UnknownVersion(logger, turn.TurnId, newer);
        TakenTurn said = replies.Of(turn, $"{turn.TurnId}-renewed", SystemReplies.BeingUpdated(Languages.From(turn.Request.Locale)));
        return new TurnResult.Broke(replies.Send(turn, said));
    }

    /// <summary>
    /// Apologizes for a fault of the program. The state stays as it was, and the turn counts as taken, so that a channel that delivers the
    /// activity again does not repeat the fault. The person reads the apology even where it cannot be committed.
    /// </summary>
    public async ValueTask<TurnResult> BrokeAsync(RunningTurn turn, Exception fault)
    {
        TurnLog.Broke(logger, turn.TurnId, fault);
        TakenTurn apology = replies.Of(turn, SystemReplies.Broke(Languages.From(turn.Request.Locale)));
        try
        {
            Loaded loaded = await resolver.LoadAsync(turn, CancellationToken.None);
            ConversationRecord conversation = turn.ConversationIn(loaded);
            apology = replies.Of(turn, SystemReplies.Broke(conversation.State.Language));
            Loaded after = loaded with { Conversation = RecentTurns.Add(conversation, apology) };
            if (await store.CommitAsync(loaded, after, CancellationToken.None) is { } committed)
                cache.Keep(committed);
            else
                cache.Forget(turn.Participant);
        }
        catch (StoreUnavailableException gone)
        {
            return StoreUnavailable(turn, gone);
        }
        catch (Exception again)
        {
            TurnLog.Broke(logger, turn.TurnId, again);
        }
        return new TurnResult.Broke(replies.Send(turn, apology));
    }
}
