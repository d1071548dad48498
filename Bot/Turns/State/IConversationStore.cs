using AgaBot.Plans;

namespace AgaBot.Turns.State;

/// <summary>Stores what a turn loads and commits: one participant in one conversation.</summary>
public interface IConversationStore
{
    ValueTask<Loaded> LoadAsync(ParticipantId participant, string conversationId, CancellationToken cancellationToken);

    /// <summary>One atomic write, on condition that neither the conversation nor the participant has changed.</summary>
    /// <returns>Null where one of them has changed: load and decide again.</returns>
    ValueTask<Loaded?> CommitAsync(Loaded before, Loaded after, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the delivery status of replies, on condition that the conversation has not changed. The participant's row is not written.
    /// </summary>
    /// <param name="marked">With the ETags that were loaded.</param>
    /// <returns>Null where the conversation has changed.</returns>
    ValueTask<Loaded?> MarkAsync(Loaded marked, CancellationToken cancellationToken);
}

/// <summary>What is stored, with the ETags that make a commit conditional.</summary>
/// <param name="Person">Null where nothing is stored of this participant yet.</param>
/// <param name="Conversation">Null where nothing is stored of this conversation yet.</param>
/// <param name="PersonTag">ETag of the participant's row; null where there is none.</param>
/// <param name="ConversationTag">ETag of the conversation's row; null where there is none.</param>
public sealed record Loaded(
    ParticipantId Participant,
    string ConversationId,
    ParticipantRecord? Person,
    ConversationRecord? Conversation,
    string? PersonTag,
    string? ConversationTag
);
