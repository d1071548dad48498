using System.Collections.Immutable;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Bench.Steps;

/// <summary>Accepts every reply at once and sends nothing.</summary>
internal sealed class DiscardingSender(bool cards) : IReplySender
{
    public bool ShowsCards(ConversationReference to) => cards;

    public bool Replaces(ConversationReference to) => false;

    public ValueTask<Delivery> SendAsync(
        ConversationReference to,
        ImmutableArray<PendingReply> replies,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<Delivery>(new Delivery.Done([.. replies.Select(reply => new SentReply(reply.Id, ActivityId: null))]));
}
