using AgaBot.Turns.State;

namespace AgaBot.Turns.Running;

/// <summary>Recognises an activity that the channel delivers again.</summary>
internal sealed class TurnRecogniser(TurnReplies replies)
{
    /// <summary>Repeats the replies of a recent turn; an older turn's replies are not kept, and nothing is sent.</summary>
    /// <returns>Null where the turn is new.</returns>
    public TurnResult? Recognise(RunningTurn turn, Loaded loaded)
    {
        if (loaded.Conversation is not { } conversation)
            return null;
        if (RecentTurns.Find(conversation, turn.TurnId) is { } before)
            return new TurnResult.Redelivered(replies.Repeat(turn, conversation, before));
        return RecentTurns.IsMarked(conversation, turn.TurnId) ? new TurnResult.Redelivered(Task.CompletedTask) : null;
    }
}
