using AgaBot.Plans;
using AgaBot.Turns.Erasures;

namespace AgaBot.Turns;

/// <summary>Brings what is remembered of whoever speaks, from the cache or from the store.</summary>
internal sealed class TurnLoader(IConversationStore store, IErasure erasure, TurnCache cache, SentMarks marks)
{
    public async ValueTask<Loaded> LoadAsync(TurnRequest request, ParticipantId who, CancellationToken cancellationToken)
    {
        string conversationId = request.Reference.ConversationId;
        if (cache.TryGet(who, conversationId, out Loaded? known))
            return known;
        await marks.WriteBeforeLeavingAsync(who, cancellationToken);
        Loaded loaded = await store.LoadAsync(who, conversationId, cancellationToken);
        // The conversation of a person who became part of another is theirs from where it stood.
        return who != request.Participant && loaded is { Conversation: null, Person.MovedTo: null }
            ? loaded with
            {
                Conversation = (await store.LoadAsync(request.Participant, conversationId, cancellationToken)).Conversation,
            }
            : loaded;
    }

    /// <summary>
    /// Whether the one that the person became part of still is them: after an erasure, each id is a stranger's of its own. Those that
    /// became one before the one who stays kept a list of them are known by their closed row; one that an erasure emptied, and broke off
    /// before it took it away, goes now.
    /// </summary>
    public async ValueTask<bool> IsPartOfAsync(TurnRequest request, Loaded loaded, CancellationToken cancellationToken)
    {
        if (
            loaded.Person is { } person
            && (person.Linked.Contains(request.Participant) || person.Absorbing.Any(next => next.From == request.Participant))
        )
            return true;
        ParticipantRecord? closed = (
            await store.LoadAsync(request.Participant, request.Reference.ConversationId, cancellationToken)
        ).Person;
        if (closed is { MovedTo: not null, Erasing: null })
            return true;
        if (closed is { MovedTo: not null })
            await erasure.PartAsync(request.Participant, cancellationToken);
        cache.Unlink(request.Participant);
        return false;
    }
}
