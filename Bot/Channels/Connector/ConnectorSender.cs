using System.Collections.Immutable;
using AgaBot.Turns;

namespace AgaBot.Channels.Connector;

/// <summary>Sends a turn's replies through the connector of the conversation's channel, one after the other.</summary>
internal sealed class ConnectorSender(ReplyRenderer renderer, ConnectorClient connector) : IReplySender
{
    public async ValueTask SendAsync(ConversationReference to, ImmutableArray<PendingReply> replies, CancellationToken cancellationToken)
    {
        foreach (PendingReply reply in replies)
        {
            if (!await connector.SendAsync(to, renderer.Render(to, reply), cancellationToken))
                return;
        }
    }
}
