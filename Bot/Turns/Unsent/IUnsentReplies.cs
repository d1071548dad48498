using System.Collections.Immutable;
using AgaBot.Plans;

namespace AgaBot.Turns.Unsent;

/// <summary>
/// Remembers in which conversations replies wait, so that nobody has to look through all of them. The replies themselves are with the
/// conversation: a note that is left over says nothing wrong.
/// </summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached.</exception>
public interface IUnsentReplies
{
    /// <summary>Notes a conversation. One that is noted already stays as it is.</summary>
    ValueTask NoteAsync(ParticipantId participant, string conversationId, DateTimeOffset due, CancellationToken cancellationToken);

    /// <summary>Those whose time has come, in no order, at most <paramref name="limit"/>.</summary>
    ValueTask<ImmutableArray<UnsentNote>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Writes a note as it is now. Null where another instance was faster.</summary>
    ValueTask<UnsentNote?> ChangeAsync(UnsentNote note, CancellationToken cancellationToken);

    /// <summary>Nothing waits there any more. Where another instance has changed the note, it stays.</summary>
    ValueTask DropAsync(UnsentNote note, CancellationToken cancellationToken);

    /// <summary>Drops every note of a person.</summary>
    ValueTask ForgetAsync(ParticipantId participant, CancellationToken cancellationToken);
}

/// <param name="Due">Nobody looks before; whoever sends puts it ahead, so that no other instance sends the same.</param>
/// <param name="Tries">How often it was sent in vain.</param>
/// <param name="Mark">By which the store knows whether it has changed; opaque.</param>
public sealed record UnsentNote(ParticipantId Participant, string ConversationId, DateTimeOffset Due, int Tries, string Mark);
