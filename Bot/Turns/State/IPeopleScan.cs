using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Turns.Persistence;

namespace AgaBot.Turns.State;

/// <summary>Reads all participants, a slice at a time, for rare background work. No turn may use it.</summary>
public interface IPeopleScan
{
    /// <summary>Number of slices. A participant is always in the same slice.</summary>
    const int Slices = 256;

    /// <exception cref="StoreUnavailableException">During the enumeration.</exception>
    IAsyncEnumerable<KeptPerson> ReadAsync(int slice, CancellationToken cancellationToken);

    /// <returns>Null where nothing is stored of the participant.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    ValueTask<KeptPerson?> FindAsync(ParticipantId participant, CancellationToken cancellationToken);
}

/// <param name="Key">The store's key of the participant; opaque.</param>
/// <param name="Participant">
/// Null where no row tells the id any more: after the erasure of a participant whose id was not only a channel's.
/// </param>
/// <param name="Person">Null where only conversations remain.</param>
public sealed record KeptPerson(
    string Key,
    ParticipantId? Participant,
    ParticipantRecord? Person,
    ImmutableArray<KeptConversation> Conversations
);

public sealed record KeptConversation(string ConversationId, ConversationRecord Conversation)
{
    /// <summary>When the bot last said something in the conversation; null where that is unknown.</summary>
    public DateTimeOffset? LastSaid =>
        Conversation
            .Taken.SelectMany(static turn => turn.Replies)
            .Select(static reply => reply.At)
            .Where(static at => at != default)
            .Select(static at => (DateTimeOffset?)at)
            .Max();
}
