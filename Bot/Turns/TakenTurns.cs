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

    /// <summary>Ids kept after that, without replies.</summary>
    public const int IdsOnly = 60;

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

    public static bool IsOlder(Conversation conversation, string turnId) => conversation.OlderTurns.Contains(turnId);

    /// <summary>Adds a turn; those that were sent longest ago give up their replies first, then their ids.</summary>
    public static Conversation Add(Conversation conversation, TakenTurn turn)
    {
        ImmutableArray<TakenTurn> taken = conversation.Taken.Add(turn);
        ImmutableArray<string> older = conversation.OlderTurns;
        while ((taken.Length > WithReplies && (taken[0].Sent || taken.Length > Waiting)) || (taken.Length > 1 && Length(taken) > MaxLength))
        {
            older = (older.Length < IdsOnly ? older : older.RemoveAt(0)).Add(taken[0].TurnId);
            taken = taken.RemoveAt(0);
        }
        return conversation with { Taken = taken, OlderTurns = older };
    }

    private static int Length(ImmutableArray<TakenTurn> turns)
    {
        int length = 0;
        foreach (TakenTurn turn in turns)
        {
            foreach (PendingReply reply in turn.Replies)
                length += reply.Text.Length + reply.Data.Length;
        }
        return length;
    }

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
