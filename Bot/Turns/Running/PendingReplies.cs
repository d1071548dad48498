using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Views;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Running;

/// <summary>Makes the replies that are stored until they were sent. Pure.</summary>
internal static class PendingReplies
{
    /// <summary>Time between the replies of one turn: channels sort by time to the millisecond.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(1);

    /// <summary>The new replies come first: the person need not wait for the replacement of the previous card.</summary>
    /// <param name="open">The form's card that was open; null where there was none or the channel cannot replace it.</param>
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
            Code = reply.Code,
        };
}
