using AgaBot.Dialogs;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Running;

/// <summary>Hands the replies of turns to the outbox. The caller holds the participant's lock.</summary>
internal sealed class TurnReplies(Outbox outbox, TimeProvider time)
{
    /// <summary>A turn that decided nothing and says one thing.</summary>
    public TakenTurn Of(RunningTurn turn, Reply reply) => Of(turn, turn.TurnId, reply);

    public TakenTurn Of(RunningTurn turn, string turnId, Reply reply) =>
        new(turnId, turn.Request.Reference, PendingReplies.Of(turnId, [reply], withCards: false, time.GetUtcNow()), Sent: false);

    public Task Send(RunningTurn turn, TakenTurn said) => outbox.Send(turn.Participant, said, turn.Sender);

    /// <summary>Sends the replies of every unsent turn of the conversation, oldest first.</summary>
    public Task SendUnsent(RunningTurn turn, Loaded committed) => SendUnsent(turn, committed.Conversation!);

    /// <summary>Sends the replies of an earlier turn again, after those that still wait.</summary>
    public Task Repeat(RunningTurn turn, ConversationRecord conversation, TakenTurn before)
    {
        Task unsent = SendUnsent(turn, conversation);
        return before.Sent ? Send(turn, Readdress(turn, before) with { Sent = false, Delivered = [] }) : unsent;
    }

    private Task SendUnsent(RunningTurn turn, ConversationRecord conversation)
    {
        Task last = Task.CompletedTask;
        foreach (TakenTurn taken in conversation.Taken)
        {
            if (!taken.Sent)
                last = UnderWay(turn, taken) ?? Send(turn, Readdress(turn, taken));
        }
        return last;
    }

    /// <summary>Null where the turn is not being sent, or where this delivery's own answer must hold the replies.</summary>
    private Task? UnderWay(RunningTurn turn, TakenTurn taken) =>
        turn.Sender.Answers ? null : outbox.UnderWay(turn.Participant, taken.TurnId);

    private static TakenTurn Readdress(RunningTurn turn, TakenTurn taken) => DeliveryStatus.Readdress(taken, turn.Request.Reference);
}
