using AgaBot.Turns.Erasures;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Running;

/// <summary>Loads what is stored of the participant as whom the speaker counts, from the cache or from the store.</summary>
internal sealed class TurnResolver(IConversationStore store, IErasure erasure, TurnCache cache, DeliveryMarks marks)
{
    /// <returns>Null where the speaker counts as another participant by now; the cache then knows as which.</returns>
    public async ValueTask<Loaded?> ResolveAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        Loaded loaded = await LoadAsync(turn, cancellationToken);
        if (loaded.Person?.MovedTo is { } next)
        {
            cache.Move(turn.Participant, next);
            return null;
        }
        return turn.Participant == turn.Speaker || await IsPartOfAsync(turn, loaded, cancellationToken) ? loaded : null;
    }

    public async ValueTask<Loaded> LoadAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        string conversationId = turn.Request.Reference.ConversationId;
        if (cache.TryGet(turn.Participant, conversationId, out Loaded? known))
            return known;
        await marks.WriteBeforeLeavingAsync(turn.Participant, cancellationToken);
        Loaded loaded = await store.LoadAsync(turn.Participant, conversationId, cancellationToken);
        // A linked speaker's conversation continues from its own row until it is committed under the participant.
        return turn.Participant != turn.Speaker && loaded is { Conversation: null, Person.MovedTo: null }
            ? loaded with
            {
                Conversation = (await store.LoadAsync(turn.Speaker, conversationId, cancellationToken)).Conversation,
            }
            : loaded;
    }

    /// <summary>
    /// Whether the speaker's id is still linked to the participant: an erasure makes each linked id an unknown participant again. A
    /// participant that was linked before such lists were kept does not list the id: then the id's own closed row tells. A closed row
    /// that an interrupted erasure emptied but did not delete is deleted now.
    /// </summary>
    private async ValueTask<bool> IsPartOfAsync(RunningTurn turn, Loaded loaded, CancellationToken cancellationToken)
    {
        if (
            loaded.Person is { } person
            && (person.Linked.Contains(turn.Speaker) || person.Absorbing.Any(next => next.From == turn.Speaker))
        )
            return true;
        string conversationId = turn.Request.Reference.ConversationId;
        ParticipantRecord? closed = (await store.LoadAsync(turn.Speaker, conversationId, cancellationToken)).Person;
        if (closed is { MovedTo: not null, Erasing: null })
            return true;
        if (closed is { MovedTo: not null })
            await erasure.PartAsync(turn.Speaker, cancellationToken);
        cache.Unlink(turn.Speaker);
        return false;
    }
}
