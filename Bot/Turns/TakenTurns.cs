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
    public static TakenTurn? Find(Conversation conversation, string turnId)
    {
        foreach (TakenTurn turn in conversation.Taken)
        {
            if (turn.TurnId == turnId)
                return turn;
        }
        return null;
    }

    public static bool IsOlder(Conversation conversation, string turnId) => conversation.OlderTurns.Contains(Mark(turnId));

    /// <summary>What is kept of a turn's id when its replies are given up.</summary>
    public static string Mark(string turnId) => turnId.Length > MarkLength ? turnId[..MarkLength] : turnId;

    /// <summary>Adds a turn; those that were sent longest ago give up their replies first, then their marks.</summary>
    public static Conversation Add(Conversation conversation, TakenTurn turn)
    {
        ImmutableArray<TakenTurn> taken = conversation.Taken.Add(turn);
        ImmutableArray<string> older = conversation.OlderTurns;
        int length = taken.Sum(Length);
        while ((taken.Length > WithReplies && (taken[0].Sent || taken.Length > Waiting)) || (taken.Length > 1 && length > MaxLength))
        {
            older = (older.Length < MarksOnly ? older : older.RemoveAt(0)).Add(Mark(taken[0].TurnId));
            length -= Length(taken[0]);
            taken = taken.RemoveAt(0);
        }
        return conversation with { Taken = taken, OlderTurns = older };
    }

    private static int Length(TakenTurn turn) => turn.Replies.Sum(static reply => reply.Text.Length + reply.Data.Length);

    public static Conversation MarkSent(Conversation conversation, string turnId)
    {
        for (int i = conversation.Taken.Length - 1; i >= 0; i--)
        {
            if (conversation.Taken[i].TurnId == turnId && !conversation.Taken[i].Sent)
                return conversation with { Taken = conversation.Taken.SetItem(i, conversation.Taken[i] with { Sent = true }) };
        }
        return conversation;
    }
}
