using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Erasures;

/// <summary>The steps by which a person's own rows go. Each is idempotent.</summary>
public interface IErasedPeople
{
    /// <summary>From here on every turn of the person meets the erasure first, and what other instances remember of them meets a conflict.</summary>
    ValueTask BeginAsync(ParticipantId participant, Erasing erasing, CancellationToken cancellationToken);

    /// <summary>The conversations that are kept of an id, as their channels call them.</summary>
    ValueTask<ImmutableArray<string>> ConversationsAsync(ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>Deletes whatever is kept of an id that had become part of the person, but that it had: its turns still find the erasure.</summary>
    /// <param name="erasing">By which the row tells that it holds no longer than the person's own.</param>
    /// <param name="but">What is kept of the id's conversations; null where nothing is.</param>
    ValueTask EmptyAsync(
        ParticipantId participant,
        ParticipantId partOf,
        Erasing erasing,
        KeptConversation? but,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes that such an id had become part of the person.</summary>
    ValueTask DeleteAsync(ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>Deletes the person and every conversation but this one, of which <paramref name="after"/> is kept alone.</summary>
    /// <returns>Null where somebody else wrote since: load again.</returns>
    ValueTask<Loaded?> EndAsync(Loaded before, ConversationRecord after, CancellationToken cancellationToken);
}
