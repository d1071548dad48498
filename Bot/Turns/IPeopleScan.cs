using System.Collections.Immutable;
using AgaBot.Plans;

namespace AgaBot.Turns;

/// <summary>Reads everybody through, a slice at a time, for what is seldom done to all in the background: no turn may.</summary>
public interface IPeopleScan
{
    /// <summary>Everybody is in one of them, always in the same.</summary>
    const int Slices = 256;

    /// <exception cref="StoreUnavailableException">While it is read.</exception>
    IAsyncEnumerable<KeptPerson> ReadAsync(int slice, CancellationToken cancellationToken);

    /// <summary>One of them; null where nothing is kept of them.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be read now.</exception>
    ValueTask<KeptPerson?> FindAsync(ParticipantId participant, CancellationToken cancellationToken);
}

/// <param name="Key">By which the store knows them; opaque.</param>
/// <param name="Participant">Null where nothing says any more who it was: after an erasure, of somebody whom more than a channel's id named.</param>
/// <param name="Person">Null where conversations alone are left.</param>
public sealed record KeptPerson(
    string Key,
    ParticipantId? Participant,
    ParticipantRecord? Person,
    ImmutableArray<KeptConversation> Conversations
);

public sealed record KeptConversation(string ConversationId, ConversationRecord Conversation)
{
    /// <summary>When the bot said something there last; null where that is not known.</summary>
    public DateTimeOffset? LastSaid =>
        Conversation
            .Taken.SelectMany(static turn => turn.Replies)
            .Select(static reply => reply.At)
            .Where(static at => at != default)
            .Select(static at => (DateTimeOffset?)at)
            .Max();
}
