using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Running;

/// <summary>Commits a decided turn: state and replies in one conditional write.</summary>
internal sealed class TurnCommitter(IConversationStore store, TurnCache cache, RunHeartbeat run, TurnMetrics metrics, TimeProvider time)
{
    /// <returns>Null where another writer changed the participant or the conversation meanwhile: load and decide again.</returns>
    public async ValueTask<Loaded?> TryCommitAsync(RunningTurn turn, DecidedTurn decided, CancellationToken cancellationToken)
    {
        Loaded after = After(turn, decided);
        await run.Begun;
        if (await store.CommitAsync(decided.Loaded, after, cancellationToken) is { } committed)
        {
            cache.Keep(committed);
            return committed;
        }
        metrics.Conflict();
        cache.Forget(turn.Participant);
        return null;
    }

    private Loaded After(RunningTurn turn, DecidedTurn decided)
    {
        (Loaded loaded, ParticipantRecord? person, ConversationRecord conversation, OpenCard? open, Decision decision) = decided;
        ConversationReference reference = turn.Request.Reference;
        ImmutableArray<PendingReply> replies = PendingReplies.Of(
            turn.TurnId,
            decision,
            open,
            turn.Sender.ShowsCards(reference),
            time.GetUtcNow()
        );
        var taken = new TakenTurn(turn.TurnId, reference, replies, Sent: replies.IsEmpty);
        OpenCard? opens = turn.Sender.Replaces(reference) ? OpenCards.After(open, decision, replies) : null;
        return loaded with
        {
            Person = person is null
                ? new ParticipantRecord(decision.State.Person)
                : HeldRoles.After(person, decision.State.Person, turn.Speaker),
            Conversation = RecentTurns.Add(conversation with { State = decision.State.Conversation, OpenCard = opens }, taken),
        };
    }
}
