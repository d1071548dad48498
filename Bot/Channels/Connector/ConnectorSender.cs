using System.Collections.Immutable;
using AgaBot.Channels.Capabilities;
using AgaBot.Channels.Protocol;
using AgaBot.Channels.Rendering;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Channels.Connector;

/// <summary>Sends the replies of a turn one after the other through the connector of the channel.</summary>
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
                    // This reply cannot be delivered; the remaining ones still can.
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
    /// If a card cannot be replaced, sending continues: a submit of the old card is handled as that of an outdated card. Replacing again
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

    /// <summary>The parts of a reply count as one reply: if a later part has to wait, a retry begins with the first part.</summary>
    /// <returns>The result of the last part, or of the first part that was not accepted.</returns>
    private async ValueTask<ConnectorResult> SendAsync(ConversationReference to, PendingReply reply, CancellationToken cancellationToken)
    {
        ImmutableArray<PendingReply> parts = renderer.Parts(to, reply);
        for (int i = 0; i < parts.Length - 1; i++)
        {
            ConnectorResult result = await connector.SendAsync(to, renderer.Render(to, parts[i]), cancellationToken);
            if (result is ConnectorResult.Unreachable or ConnectorResult.RetryLater)
                return result;
        }
        return await connector.SendAsync(to, renderer.Render(to, parts[^1]), cancellationToken);
    }

    /// <summary>Sends a typing indicator. Its result is ignored.</summary>
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
