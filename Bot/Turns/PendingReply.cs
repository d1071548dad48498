using System.Collections.Immutable;

namespace AgaBot.Turns;

/// <summary>A reply as it is kept until it was sent: words, and a card's template with its data.</summary>
/// <param name="Id">Turn id and place in the turn: the same however often it is sent, so that a channel of ours keeps one.</param>
/// <param name="Template">Null where there is no card.</param>
/// <param name="Data">UTF-8 JSON for the template, which says <paramref name="Text"/> as <c>fallbackText</c> and <paramref name="Speak"/> as <c>speak</c>; empty where there is no card.</param>
/// <param name="Speak">What is heard when a card arrives; empty where there is no card.</param>
public sealed record PendingReply(string Id, string Text, string? Template, ReadOnlyMemory<byte> Data, string Speak)
{
    /// <summary>When it was decided: however often it is sent, it is from then.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The card whose place it takes; null for a message of its own.</summary>
    public OpenCard? Replaces { get; init; }
}

/// <summary>A turn that was taken, with what it answered.</summary>
/// <param name="Sent">Nothing of it is to be sent any more.</param>
public sealed record TakenTurn(string TurnId, ConversationReference Reference, ImmutableArray<PendingReply> Replies, bool Sent)
{
    /// <summary>The replies that the channel took: as many of the first ones.</summary>
    public ImmutableArray<SentReply> Delivered { get; init; } = [];

    /// <summary>When the rest was given up; null where it was not.</summary>
    public DateTimeOffset? GivenUp { get; init; }
}
