using System.Collections.Immutable;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Queues;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Telling;

/// <summary>
/// Tells both sides of a link what the other answered, each in the conversation that waits for the answer, in a turn that the bot begins.
/// Where the bot may not speak first, the side's next turn tells it.
/// </summary>
internal sealed class LinkWorker(ILinkOffers offers, IPeopleScan people, IReplySenders senders, ITurnRunner turns) : IWorker
{
    public string Kind => LinkWork.Kind;

    public async ValueTask<WorkOutcome> DoAsync(string key, CancellationToken cancellationToken)
    {
        if (await offers.FindAsync(key, cancellationToken) is { } offer)
        {
            await TellAsync(offer, offer.Maker, cancellationToken);
            if (offer.Taker is { } taker)
                await TellAsync(offer, taker.Id, cancellationToken);
        }
        return new WorkOutcome.Done();
    }

    private async ValueTask TellAsync(LinkOffer offer, ParticipantId participant, CancellationToken cancellationToken)
    {
        if (await FindAsync(participant, offer.Hash, cancellationToken) is not { Conversation: { Unreachable: null } waiting })
            return;
        ConversationReference place = waiting.Taken[^1].Reference;
        if (!place.IsPrivate || !senders.MaySpeakFirst(place))
            return;
        var request = new TurnRequest(
            new UserInput.LinkAnswered(),
            $"link:{offer.Hash}:{offer.Stage}",
            place.Locale,
            place with
            {
                ReplyToId = null,
            }
        )
        {
            Addressee = participant,
        };
        TurnResult result = await turns.RunAsync(request, senders.To(place), cancellationToken);
        if (result is TurnResult.Unavailable)
            throw new StoreUnavailableException("The answer to a link could not be told.");
    }

    /// <summary>The conversation that waits: under the participant's id, or under that of whom they became part of meanwhile.</summary>
    private async ValueTask<KeptConversation?> FindAsync(ParticipantId participant, string hash, CancellationToken cancellationToken)
    {
        KeptConversation? waiting = null;
        ParticipantId? next = participant;
        while (next is { } id && await people.FindAsync(id, cancellationToken) is { } kept)
        {
            ImmutableArray<KeptConversation> conversations = kept.Conversations;
            waiting = conversations.FirstOrDefault(talk => talk.Conversation.State.Link?.Hash == hash) ?? waiting;
            next = kept.Person?.MovedTo;
        }
        return waiting;
    }
}
