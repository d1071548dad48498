using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Views;

namespace AgaBot.Turns;

/// <summary>The form's card that is to be answered in a conversation: the next one takes its place.</summary>
/// <param name="ReplyId">The <see cref="PendingReply.Id"/> that it was sent as.</param>
/// <param name="Session">Of the form that it is of, with the <paramref name="Revision"/>: as its submit says.</param>
/// <param name="ActivityId">What the channel calls it; null as long as the channel has not said.</param>
/// <param name="At">When it was said: on a page that sorts by time, what replaces it keeps its place.</param>
public sealed record OpenCard(string ReplyId, string Session, int Revision, string? ActivityId, DateTimeOffset At);

/// <summary>Follows which card is open, from turn to turn. Pure.</summary>
internal static class OpenCards
{
    /// <summary>
    /// The card that is open, under the id that its channel gave it: as the sending told, or, where that was lost, as the person's press does.
    /// </summary>
    public static OpenCard? Of(ConversationRecord conversation, TurnRequest request) =>
        conversation.OpenCard switch
        {
            { ActivityId: null } card => card with { ActivityId = Pressed(request, card) },
            var card => card,
        };

    /// <summary>What is open after a turn: the last card of a form that it showed, or none where the one before gave way.</summary>
    public static OpenCard? After(OpenCard? before, Decision decision, ImmutableArray<PendingReply> replies)
    {
        for (int i = decision.Replies.Length - 1; i >= 0; i--)
        {
            if (decision.Replies[i].Card is IFormCard { Origin: var origin })
                return new OpenCard(replies[i].Id, origin.Session, origin.Revision, ActivityId: null, replies[i].At);
        }
        return decision.Answered is null ? before : null;
    }

    /// <summary>Keeps what the channel calls the card, where it is among the replies that it took.</summary>
    public static ConversationRecord Told(ConversationRecord conversation, ImmutableArray<SentReply> sent)
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

    private static string? Pressed(TurnRequest request, OpenCard card) =>
        request.Input is UserInput.Pressed { Submit: var submit } && submit.Session == card.Session && submit.Revision == card.Revision
            ? request.CardId
            : null;
}
