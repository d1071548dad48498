using System.Collections.Immutable;

namespace AgaBot.Turns.State;

/// <summary>The turns that a conversation remembers, by which a redelivered activity is recognised. Pure.</summary>
public static class RecentTurns
{
    /// <summary>Number of sent turns that keep their replies: a channel redelivers within seconds.</summary>
    public const int SentKept = 2;

    /// <summary>
    /// Number of unsent turns that keep their replies. With more, the oldest loses its replies: a dead channel cannot fill the row.
    /// </summary>
    public const int UnsentKept = 20;

    /// <summary>
    /// Maximum length of all replies kept: characters of text plus bytes of card data. Reviews of the longest forms could otherwise exceed
    /// the row size of a store.
    /// </summary>
    public const int MaxRepliesLength = 200_000;

    /// <summary>
    /// Number of marks kept of turns without replies: more turns than a person takes in the minutes in which a channel redelivers.
    /// </summary>
    public const int MarksKept = 40;

    /// <summary>
    /// Characters of a mark, out of 32 hexadecimal digits of a turn id: 64 bits distinguish the turns of one conversation.
    /// </summary>
    private const int MarkLength = 16;

    /// <summary>The turn with this id, or null where its replies are not kept.</summary>
    public static TakenTurn? Find(ConversationRecord conversation, string turnId)
    {
        foreach (TakenTurn turn in conversation.Taken)
        {
            if (turn.TurnId == turnId)
                return turn;
        }
        return null;
    }

    /// <summary>Whether the turn was taken and only its mark is kept.</summary>
    public static bool IsMarked(ConversationRecord conversation, string turnId) => conversation.OlderTurns.Contains(Mark(turnId));

    /// <summary>The part of a turn's id that is kept after its replies are dropped.</summary>
    public static string Mark(string turnId) => turnId.Length > MarkLength ? turnId[..MarkLength] : turnId;

    /// <summary>
    /// Adds a turn, which also shows that the person can be written to again. The oldest turns lose their replies first, then their marks.
    /// </summary>
    public static ConversationRecord Add(ConversationRecord conversation, TakenTurn turn)
    {
        ImmutableArray<TakenTurn> taken = conversation.Taken.Add(turn);
        ImmutableArray<string> older = conversation.OlderTurns;
        int length = 0;
        foreach (TakenTurn one in taken)
            length += LengthOf(one);
        while (MustDropOldest(taken, length))
        {
            older = [.. older.AsSpan(Math.Max(0, older.Length + 1 - MarksKept)..), Mark(taken[0].TurnId)];
            length -= LengthOf(taken[0]);
            taken = taken.RemoveAt(0);
        }
        return conversation with { Taken = taken, OlderTurns = older, Unreachable = null };
    }

    private static bool MustDropOldest(ImmutableArray<TakenTurn> taken, int length) =>
        (taken.Length > SentKept && (taken[0].Sent || taken.Length > UnsentKept)) || (taken.Length > 1 && length > MaxRepliesLength);

    private static int LengthOf(TakenTurn turn)
    {
        int length = 0;
        foreach (PendingReply reply in turn.Replies)
            length += reply.Text.Length + reply.Data.Length;
        return length;
    }
}
