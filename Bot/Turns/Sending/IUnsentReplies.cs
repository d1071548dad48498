using System.Collections.Immutable;
using AgaBot.Plans;

namespace AgaBot.Turns.Sending;

/// <summary>
/// Notes the conversations in which replies wait, so that no search through all conversations is needed. The replies themselves are stored
/// with the conversation: an outdated note does no harm.
/// </summary>
public interface IUnsentReplies
{
    /// <summary>Notes a conversation. An existing note stays as it is.</summary>
    ValueTask NoteAsync(ParticipantId participant, string conversationId, DateTimeOffset due, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> notes that are due, in no particular order.</summary>
    ValueTask<ImmutableArray<UnsentNote>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Writes the note with its new values.</summary>
    /// <returns>Null where another instance has changed it.</returns>
    ValueTask<UnsentNote?> ChangeAsync(UnsentNote note, CancellationToken cancellationToken);

    /// <summary>Drops the note, unless another instance has changed it.</summary>
    ValueTask DropAsync(UnsentNote note, CancellationToken cancellationToken);

    /// <summary>Drops every note of a participant.</summary>
    ValueTask ForgetAsync(ParticipantId participant, CancellationToken cancellationToken);
}

/// <param name="Due">
/// When the replies are sent again. The instance that sends sets a later time, so that no other instance sends the same.
/// </param>
/// <param name="Tries">Number of failed tries.</param>
/// <param name="Mark">The store's version of the note; opaque.</param>
public sealed record UnsentNote(ParticipantId Participant, string ConversationId, DateTimeOffset Due, int Tries, string Mark);
