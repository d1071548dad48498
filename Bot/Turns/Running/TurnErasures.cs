using AgaBot.Turns.Erasures;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Running;

/// <summary>What a turn does where the participant is being erased or was erased (docs/decisions/0021).</summary>
internal sealed class TurnErasures(IErasure erasure, TurnCache cache, Outbox outbox, TurnReplies replies)
{
    /// <summary>Finishes an erasure that an earlier turn or try began, whatever the participant says now.</summary>
    /// <returns>Null where another writer changed the participant meanwhile: load again.</returns>
    public async ValueTask<TurnResult?> FinishAsync(RunningTurn turn, Loaded loaded, Erasing erasing, CancellationToken cancellationToken)
    {
        TakenTurn farewell = FarewellOf(turn, loaded);
        if (await erasure.FinishAsync(loaded, erasing, farewell, turn.Speaker, cancellationToken) is not { } erased)
        {
            cache.Forget(turn.Participant);
            return null;
        }
        cache.Keep(erased);
        outbox.Forget(turn.Participant);
        return new TurnResult.Committed(replies.SendUnsent(turn, erased));
    }

    /// <summary>
    /// Recognises the turn of an unknown participant that asked for the participant's erasure. Any other turn of an unknown participant
    /// removes what its earlier tries recorded before the erasure.
    /// </summary>
    /// <returns>Null where the turn did not ask for an erasure.</returns>
    public async ValueTask<TurnResult?> RecogniseAsync(RunningTurn turn, Loaded loaded, CancellationToken cancellationToken)
    {
        if (loaded.Conversation is null && await erasure.WasAskedForInAsync(turn.TurnId, cancellationToken))
            return new TurnResult.Redelivered(replies.Send(turn, FarewellOf(turn, loaded)));
        await erasure.DropAsync(turn.Participant, turn.Recorded, cancellationToken);
        turn.Recorded = [];
        return null;
    }

    private TakenTurn FarewellOf(RunningTurn turn, Loaded loaded) =>
        replies.Of(turn, SystemReplies.Erased(turn.ConversationIn(loaded).State.Language));
}
