using System.Collections.Immutable;
using AgaBot.Channels.Protocol;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Channels.Connector;

/// <summary>Sends a turn's replies through the connector of the conversation's channel, one after the other.</summary>
internal sealed class ConnectorSender(ReplyRenderer renderer, ConnectorClient connector, ILogger<ConnectorSender> logger) : IReplySender
{
    public bool ShowsCards(ConversationReference to) => ChannelCapabilities.For(to.ChannelId).ShowsCards;

    public bool Replaces(ConversationReference to) => ChannelCapabilities.For(to.ChannelId).UpdatesMessages;

    public async ValueTask<Delivery> SendAsync(
        ConversationReference to,
        ImmutableArray<PendingReply> replies,
        CancellationToken cancellationToken
    )
    {
        ImmutableArray<SentReply>.Builder sent = ImmutableArray.CreateBuilder<SentReply>(replies.Length);
        foreach (PendingReply reply in replies)
        {
            if (reply.Replaces is { } card)
            {
                await ReplaceAsync(to, card, reply, cancellationToken);
                sent.Add(new SentReply(reply.Id, ActivityId: null));
                continue;
            }
            switch (await SendAsync(to, reply, cancellationToken))
            {
                case ConnectorResult.Accepted taken:
                    sent.Add(new SentReply(reply.Id, taken.Id));
                    break;
                case ConnectorResult.ResponseLost or ConnectorResult.Rejected:
                    // Nothing more can be done for this one; the person still hears the rest.
                    sent.Add(new SentReply(reply.Id, ActivityId: null));
                    break;
                case ConnectorResult.Unreachable unreachable:
                    return new Delivery.Unreachable(sent.DrainToImmutable(), unreachable.Reason);
                case ConnectorResult.RetryLater later:
                    return new Delivery.Waiting(sent.DrainToImmutable(), later.Failure);
            }
        }
        return new Delivery.Done(sent.MoveToImmutable());
    }

    /// <summary>
    /// A card that stays is no reason to hold back what comes next: its submit is answered as an old card's. The same replacement again
    /// changes nothing.
    /// </summary>
    private async ValueTask ReplaceAsync(ConversationReference to, OpenCard card, PendingReply reply, CancellationToken cancellationToken)
    {
        if (
            card.ActivityId is { } id
            && await connector.UpdateAsync(to, id, renderer.Render(to, reply) with { Id = id }, cancellationToken)
                is not ConnectorResult.Accepted
        )
            ConnectorLog.NotReplaced(logger, to.ChannelId);
    }

    /// <summary>A reply in parts counts as one: where a later part has to wait, it is sent again from its first.</summary>
    /// <returns>What became of its last part, or of the first that was not taken.</returns>
    private async ValueTask<ConnectorResult> SendAsync(ConversationReference to, PendingReply reply, CancellationToken cancellationToken)
    {
        ImmutableArray<PendingReply> parts = renderer.Parts(to, reply);
        for (int i = 0; i < parts.Length - 1; i++)
        {
            ConnectorResult answer = await connector.SendAsync(to, renderer.Render(to, parts[i]), cancellationToken);
            if (answer is ConnectorResult.Unreachable or ConnectorResult.RetryLater)
                return answer;
        }
        return await connector.SendAsync(to, renderer.Render(to, parts[^1]), cancellationToken);
    }

    /// <summary>Shows the person that the bot is at work; nothing depends on it.</summary>
    public async Task TypeAsync(ConversationReference to, CancellationToken cancellationToken) =>
        await connector.SendAsync(
            to,
            new Activity
            {
                Type = ActivityTypes.Typing,
                ChannelId = to.ChannelId,
                From = new(to.BotId, to.BotName),
                Recipient = new(to.UserId, to.UserName),
                Conversation = new(to.ConversationId),
            },
            cancellationToken
        );
}
