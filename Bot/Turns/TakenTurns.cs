using System.Collections.Immutable;

namespace AgaBot.Turns;

/// <summary>The turns that a conversation remembers, so that a redelivered activity is recognised. Pure.</summary>
public static class TakenTurns
{
    /// <summary>Turns kept with their replies: a channel redelivers within seconds.</summary>
    public const int WithReplies = 2;

    /// <summary>Turns kept whose replies could not be sent; the oldest is then given up, so that a dead channel cannot fill the row.</summary>
    public const int Waiting = 20;

    /// <summary>Replies kept, their words in characters and their cards' data in bytes: with reviews of the longest forms the row would grow over what a store takes.</summary>
    public const int MaxLength = 200_000;

    /// <summary>Marks kept after that, without replies: a channel redelivers within minutes, so these are many more than a person can say in between.</summary>
    public const int MarksOnly = 40;

    /// <summary>Of a turn id's 32 hexadecimal digits: 64 bits tell the turns of one conversation apart.</summary>
    private const int MarkLength = 16;

    /// <summary>The turn of this id, or null.</summary>
    public static TakenTurn? Find(ConversationRecord conversation, string turnId)
    {
        foreach (TakenTurn turn in conversation.Taken)
        {
            if (turn.TurnId == turnId)
                return turn;
        }
        return null;
    }

    public static bool IsOlder(ConversationRecord conversation, string turnId) => conversation.OlderTurns.Contains(Mark(turnId));

    /// <summary>What is kept of a turn's id when its replies are given up.</summary>
    public static string Mark(string turnId) => turnId.Length > MarkLength ? turnId[..MarkLength] : turnId;

    /// <summary>Adds a turn, and with it the person can be written to again; those that were sent longest ago give up their replies first, then their marks.</summary>
    public static ConversationRecord Add(ConversationRecord conversation, TakenTurn turn)
    {
        ImmutableArray<TakenTurn> taken = conversation.Taken.Add(turn);
        ImmutableArray<string> older = conversation.OlderTurns;
        int length = 0;
        foreach (TakenTurn one in taken)
            length += Length(one);
        while ((taken.Length > WithReplies && (taken[0].Sent || taken.Length > Waiting)) || (taken.Length > 1 && length > MaxLength))
        {
            older = [.. older.AsSpan(Math.Max(0, older.Length + 1 - MarksOnly)..), Mark(taken[0].TurnId)];
            length -= Length(taken[0]);
            taken = taken.RemoveAt(0);
        }
        return conversation with { Taken = taken, OlderTurns = older, Unreachable = null };
    }

    private static int Length(TakenTurn turn)
    {
        int length = 0;
        foreach (PendingReply reply in turn.Replies)
            length += reply.Text.Length + reply.Data.Length;
        return length;
    }

    /// <summary>Notes what became of a turn's replies; where the turn is not remembered any more, nothing.</summary>
    public static ConversationRecord Note(ConversationRecord conversation, string turnId, Delivery delivery)
    {
        conversation = OpenCards.Told(conversation, delivery.Sent);
        for (int i = conversation.Taken.Length - 1; i >= 0; i--)
        {
            if (conversation.Taken[i].TurnId == turnId)
                return conversation with
                {
                    Taken = conversation.Taken.SetItem(i, Note(conversation.Taken[i], delivery)),
                    Unreachable = ReasonOf(delivery),
                };
        }
        return conversation;
    }

    /// <summary>A turn that was sent before and is repeated whole has its messages under their new ids.</summary>
    public static TakenTurn Note(TakenTurn turn, Delivery delivery) =>
        turn with
        {
            Sent = turn.Sent || delivery is not Delivery.Waiting,
            Delivered = turn switch
            {
                // Another instance may have sent some of them at the same time.
                { Sent: false } => turn.Delivered.AddRange(
                    delivery.Sent.Where(sent => turn.Delivered.All(before => before.ReplyId != sent.ReplyId))
                ),
                _ when delivery.Sent.Length == turn.Replies.Length => delivery.Sent,
                _ => turn.Delivered,
            },
        };

    /// <summary>A connector may have moved since: where the person wrote from by now is where it is. The turn of another conversation stays where it was.</summary>
    public static TakenTurn MovedTo(TakenTurn turn, ConversationReference now)
    {
        ConversationReference before = turn.Reference;
        return before.ConversationId == now.ConversationId && (before.ServiceUrl, before.IsVouched) != (now.ServiceUrl, now.IsVouched)
            ? turn with
            {
                Reference = before with { ServiceUrl = now.ServiceUrl, IsVouched = now.IsVouched },
            }
            : turn;
    }

    /// <summary>When the first was said of what still waits; null where nothing does.</summary>
    public static DateTimeOffset? OldestUnsent(ConversationRecord? conversation) =>
        conversation
            ?.Taken.Where(static turn => !turn.Sent)
            .SelectMany(static turn => turn.Replies)
            .Select(static reply => (DateTimeOffset?)reply.At)
            .Min();

    /// <summary>Nothing that waits is sent any more, and each turn says so.</summary>
    public static ConversationRecord GiveUp(ConversationRecord conversation, DateTimeOffset at) =>
        conversation with
        {
            Taken = [.. conversation.Taken.Select(turn => turn.Sent ? turn : turn with { Sent = true, GivenUp = at })],
        };

    private static string? ReasonOf(Delivery delivery) => delivery is Delivery.Unreachable unreachable ? unreachable.Reason : null;
}
