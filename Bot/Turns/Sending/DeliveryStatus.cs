using AgaBot.Turns.Requests;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Sending;

/// <summary>The delivery status of the turns that a conversation remembers. Pure.</summary>
public static class DeliveryStatus
{
    /// <summary>
    /// Records the outcome of sending a turn's replies; changes nothing where the conversation no longer remembers the turn.
    /// </summary>
    public static ConversationRecord Record(ConversationRecord conversation, string turnId, Delivery delivery)
    {
        conversation = OpenCards.WithActivityId(conversation, delivery.Sent);
        for (int i = conversation.Taken.Length - 1; i >= 0; i--)
        {
            if (conversation.Taken[i].TurnId == turnId)
                return conversation with
                {
                    Taken = conversation.Taken.SetItem(i, Record(conversation.Taken[i], delivery)),
                    Unreachable = delivery is Delivery.Unreachable unreachable ? unreachable.Reason : null,
                };
        }
        return conversation;
    }

    public static TakenTurn Record(TakenTurn turn, Delivery delivery) =>
        turn with
        {
            Sent = turn.Sent || delivery is not Delivery.Waiting,
            Delivered = turn switch
            {
                // Another instance may have sent some of them at the same time.
                { Sent: false } => turn.Delivered.AddRange(
                    delivery.Sent.Where(sent => turn.Delivered.All(before => before.ReplyId != sent.ReplyId))
                ),
                // All replies of a sent turn were sent again: the messages have new ids.
                _ when delivery.Sent.Length == turn.Replies.Length => delivery.Sent,
                _ => turn.Delivered,
            },
        };

    /// <summary>
    /// Sends a waiting turn to the connector address from which the person writes now. A turn of another conversation keeps its address.
    /// </summary>
    public static TakenTurn Readdress(TakenTurn turn, ConversationReference now)
    {
        ConversationReference before = turn.Reference;
        return before.ConversationId == now.ConversationId && (before.ServiceUrl, before.IsVouched) != (now.ServiceUrl, now.IsVouched)
            ? turn with
            {
                Reference = before with { ServiceUrl = now.ServiceUrl, IsVouched = now.IsVouched },
            }
            : turn;
    }

    /// <summary>When the oldest unsent reply was decided; null where no reply waits.</summary>
    public static DateTimeOffset? OldestUnsent(ConversationRecord? conversation) =>
        conversation
            ?.Taken.Where(static turn => !turn.Sent)
            .SelectMany(static turn => turn.Replies)
            .Select(static reply => (DateTimeOffset?)reply.At)
            .Min();

    /// <summary>Marks every unsent turn as given up.</summary>
    public static ConversationRecord GiveUp(ConversationRecord conversation, DateTimeOffset at) =>
        conversation with
        {
            Taken = [.. conversation.Taken.Select(turn => turn.Sent ? turn : turn with { Sent = true, GivenUp = at })],
        };
}
