using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Views;

namespace AgaBot.Turns;

/// <summary>Makes of what was decided the replies that are kept until they were sent. Pure.</summary>
internal static class PendingReplies
{
    /// <summary>Channels sort by time to the millisecond: replies of one turn stay apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(1);

    /// <summary>What is new comes first: whoever waits for the next question need not wait until the one before has changed.</summary>
    /// <param name="open">The card that was to be answered; null where none was, or where it cannot be replaced.</param>
    public static ImmutableArray<PendingReply> Of(string turnId, Decision decision, OpenCard? open, bool withCards, DateTimeOffset now)
    {
        ImmutableArray<PendingReply> replies = Of(turnId, decision.Replies, withCards, now);
        return open is not null && decision.Answered is { } answered
            ? replies.Add(One($"{turnId}-answered", answered, withCards, now) with { Replaces = open })
            : replies;
    }

    public static ImmutableArray<PendingReply> Of(string turnId, ImmutableArray<Reply> replies, bool withCards, DateTimeOffset now) =>
        [.. replies.Select((reply, i) => One($"{turnId}-{i}", reply, withCards, now + i * Apart))];

    private static PendingReply One(string id, Reply reply, bool withCard, DateTimeOffset at) =>
        (
            withCard && reply.Card is { } card
                ? new PendingReply(id, reply.Text, card.Template, CardViewJson.Write(card), card.Speak)
                : new PendingReply(id, reply.Text, null, default, "")
        ) with
        {
            At = at,
        };
}
