using System.Collections.Immutable;
using AgaBot.Turns.Requests;

namespace AgaBot.Turns.State;

/// <summary>A committed turn with its replies.</summary>
/// <param name="Sent">Whether nothing remains to be sent.</param>
public sealed record TakenTurn(string TurnId, ConversationReference Reference, ImmutableArray<PendingReply> Replies, bool Sent)
{
    /// <summary>What the channel accepted: the first replies, in order.</summary>
    public ImmutableArray<SentReply> Delivered { get; init; } = [];

    /// <summary>When the bot gave up sending the rest; null where it did not.</summary>
    public DateTimeOffset? GivenUp { get; init; }
}

/// <summary>A reply that the channel accepted.</summary>
/// <param name="ReplyId">The <see cref="PendingReply.Id"/>.</param>
/// <param name="ActivityId">
/// The channel's id of the message, by which the message can be replaced; null where the channel gave none.
/// </param>
public sealed record SentReply(string ReplyId, string? ActivityId);
