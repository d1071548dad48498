using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Erasures;

/// <summary>The steps that delete a person's own rows. Each step is idempotent.</summary>
public interface IErasedPeople
{
    /// <summary>Afterwards every turn of the person meets the erasure first, and other instances' cached state meets a conflict.</summary>
    ValueTask BeginAsync(ParticipantId participant, Erasing erasing, CancellationToken cancellationToken);

    /// <summary>The ids of the conversations that are kept of a participant id.</summary>
    ValueTask<ImmutableArray<string>> ConversationsAsync(ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the rows of an id that had become part of the person, except the note that it had: its turns still find the erasure.
    /// </summary>
    /// <param name="erasing">The erasure with which this row ends.</param>
    /// <param name="but">The conversation of the id that is kept; null where none is.</param>
    ValueTask EmptyAsync(
        ParticipantId participant,
        ParticipantId partOf,
        Erasing erasing,
        KeptConversation? but,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes the note that the id had become part of the person.</summary>
    ValueTask DeleteAsync(ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>Deletes the person and every conversation except this one, which becomes <paramref name="after"/>.</summary>
    /// <returns>Null where another writer was first: load again.</returns>
    ValueTask<Loaded?> EndAsync(Loaded before, ConversationRecord after, CancellationToken cancellationToken);
}
