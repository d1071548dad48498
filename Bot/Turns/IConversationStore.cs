using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Turns.Erasures;
using AgaBot.Turns.Linking;

namespace AgaBot.Turns;

/// <summary>Keeps what a turn loads and commits: one participant, in one conversation.</summary>
public interface IConversationStore
{
    ValueTask<Loaded> LoadAsync(ParticipantId participant, string conversationId, CancellationToken cancellationToken);

    /// <summary>
    /// One atomic write, on condition that neither the conversation nor the person has changed. Null means that one of them has: load and
    /// decide again.
    /// </summary>
    ValueTask<Loaded?> CommitAsync(Loaded before, Loaded after, CancellationToken cancellationToken);

    /// <summary>
    /// Writes what became of replies, on condition that the conversation has not changed; of the person nothing was decided. Null means that
    /// it has.
    /// </summary>
    /// <param name="marked">With the marks of what was loaded.</param>
    ValueTask<Loaded?> MarkAsync(Loaded marked, CancellationToken cancellationToken);
}

/// <summary>What is kept, and the marks by which a commit knows that nobody wrote since.</summary>
/// <param name="Person">Null where nothing is kept of this person yet.</param>
/// <param name="Conversation">Null where nothing is kept of this conversation yet.</param>
/// <param name="PersonTag">ETag of the person's row, null where there is none; <paramref name="ConversationTag"/> of the conversation's.</param>
public sealed record Loaded(
    ParticipantId Participant,
    string ConversationId,
    ParticipantRecord? Person,
    ConversationRecord? Conversation,
    string? PersonTag,
    string? ConversationTag
);

/// <summary>What is stored of a participant: their state, and what became of their id.</summary>
public sealed record ParticipantRecord(ParticipantState State)
{
    public Participant Participant => State.Participant;

    public ImmutableArray<Draft> Drafts => State.Drafts;

    /// <summary>The participant that this one became part of; then nothing here counts any more.</summary>
    public ParticipantId? MovedTo { get; init; }

    /// <summary>Those who are to become part of this one, and are not yet.</summary>
    public ImmutableArray<Absorption> Absorbing { get; init; } = [];

    /// <summary>The ids that became part of this one.</summary>
    public ImmutableArray<ParticipantId> Linked { get; init; } = [];

    /// <summary>Where the person asked that their data be erased and not all of it is yet; then nothing else happens to them first.</summary>
    public Erasing? Erasing { get; init; }
}

/// <summary>What is kept of one conversation.</summary>
/// <param name="Taken">The last turns, oldest first, with their replies; <paramref name="OlderTurns"/> are the marks (<see cref="TakenTurns.Mark"/>) of some before them.</param>
public sealed record ConversationRecord(ConversationState State, ImmutableArray<TakenTurn> Taken, ImmutableArray<string> OlderTurns)
{
    /// <summary>Why the person cannot be written to here, as the channel names it: nothing is sent of the bot's own accord until they write again. Null where they can.</summary>
    public string? Unreachable { get; init; }

    /// <summary>Null where no form's card waits for an answer, or where its channel cannot replace it.</summary>
    public OpenCard? OpenCard { get; init; }
}
