using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Views;
using AgaBot.Turns.Requests;

namespace AgaBot.Turns.State;

/// <summary>The form's card that waits for an answer in a conversation. The form's next card replaces it.</summary>
/// <param name="ReplyId">The <see cref="PendingReply.Id"/> under which the card was sent.</param>
/// <param name="Session">The form's session, as the card's submit names it.</param>
/// <param name="Revision">The session's revision, as the card's submit names it.</param>
/// <param name="ActivityId">The channel's id of the card; null while the channel has not told it.</param>
/// <param name="At">When the card was decided. On a page that sorts by time, the card that replaces it keeps its place.</param>
public sealed record OpenCard(string ReplyId, string Session, int Revision, string? ActivityId, DateTimeOffset At);

/// <summary>Follows the open card from turn to turn. Pure.</summary>
internal static class OpenCards
{
    /// <summary>
    /// The open card with the channel's id of it. Where the channel's answer was lost, the id is that of the card that the person pressed.
    /// </summary>
    public static OpenCard? Of(ConversationRecord conversation, TurnRequest request) =>
        conversation.OpenCard switch
        {
            { ActivityId: null } card => card with { ActivityId = PressedId(request, card) },
            var card => card,
        };

    /// <summary>The open card after a turn: the last form card that the turn shows, or none where the previous card was replaced.</summary>
    public static OpenCard? After(OpenCard? before, Decision decision, ImmutableArray<PendingReply> replies)
    {
        for (int i = decision.Replies.Length - 1; i >= 0; i--)
        {
            if (decision.Replies[i].Card is IFormCard { Origin: var origin })
                return new OpenCard(replies[i].Id, origin.Session, origin.Revision, ActivityId: null, replies[i].At);
        }
        return decision.Answered is null ? before : null;
    }

    /// <summary>Keeps the channel's id of the open card, if the card is among the replies that the channel accepted.</summary>
    public static ConversationRecord WithActivityId(ConversationRecord conversation, ImmutableArray<SentReply> sent)
    {
        if (conversation.OpenCard is { } card)
        {
            foreach (SentReply reply in sent)
            {
                if (reply.ReplyId == card.ReplyId && reply.ActivityId is { } activityId)
                    return conversation with { OpenCard = card with { ActivityId = activityId } };
            }
        }
        return conversation;
    }

    private static string? PressedId(TurnRequest request, OpenCard card) =>
        request.Input is UserInput.Pressed { Submit: var submit } && submit.Session == card.Session && submit.Revision == card.Revision
            ? request.CardId
            : null;
}
