using System.Collections.Immutable;
using AgaBot.Dialogs;

namespace AgaBot.Turns.State;

/// <summary>What is stored of one conversation.</summary>
/// <param name="Taken">The last turns with their replies, oldest first.</param>
/// <param name="OlderTurns">The marks (<see cref="RecentTurns.Mark"/>) of some turns before them.</param>
public sealed record ConversationRecord(ConversationState State, ImmutableArray<TakenTurn> Taken, ImmutableArray<string> OlderTurns)
{
    /// <summary>
    /// The channel's reason why the person cannot be written to; null where they can. The bot does not speak first until they write again.
    /// </summary>
    public string? Unreachable { get; init; }

    /// <summary>Null where no card of a form waits for an answer, or where the channel cannot replace it.</summary>
    public OpenCard? OpenCard { get; init; }
}
