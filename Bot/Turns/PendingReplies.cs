using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Views;

namespace AgaBot.Turns;

/// <summary>Makes of what was decided the replies that are kept until they were sent. Pure.</summary>
internal static class PendingReplies
{
    /// <summary>Channels sort by time to the millisecond: replies of one turn stay apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(1);

    /// <param name="open">The card that was to be answered; null where none was, or where it cannot be replaced.</param>
    public static ImmutableArray<PendingReply> Of(string turnId, Decision decision, OpenCard? open, DateTimeOffset now)
    {
        ImmutableArray<PendingReply> replies = Of(turnId, decision.Replies, now);
        return open is not null && decision.Answered is { } answered
            ? replies.Insert(0, One($"{turnId}-answered", answered, now) with { Replaces = open })
            : replies;
    }

    public static ImmutableArray<PendingReply> Of(string turnId, ImmutableArray<Reply> replies, DateTimeOffset now) =>
        [.. replies.Select((reply, i) => One($"{turnId}-{i}", reply, now + i * Apart))];

    private static PendingReply One(string id, Reply reply, DateTimeOffset at) => (reply.Card is { } card
        ? new PendingReply(id, reply.Text, card.Template, CardViewJson.Write(card), card.Speak)
        : new PendingReply(id, reply.Text, null, default, "")) with
    {
        At = at,
    };
}
