using System.Collections.Immutable;
using AgaBot.Turns;

namespace AgaBot.Channels.Connector;

/// <summary>Sends a turn's replies through the connector of the conversation's channel, one after the other.</summary>
internal sealed class ConnectorSender(ReplyRenderer renderer, ConnectorClient connector) : IReplySender
{
    public async ValueTask<Delivery> SendAsync(ConversationReference to, ImmutableArray<PendingReply> replies, CancellationToken cancellationToken)
    {
        ImmutableArray<SentReply>.Builder sent = ImmutableArray.CreateBuilder<SentReply>(replies.Length);
        foreach (PendingReply reply in replies.SelectMany(reply => renderer.Parts(to, reply)))
        {
            switch (await connector.SendAsync(to, renderer.Render(to, reply), cancellationToken))
            {
                case ConnectorAnswer.Taken taken:
                    sent.Add(new SentReply(reply.Id, taken.Id));
                    break;
                case ConnectorAnswer.Refused:
                    return new Delivery.Done(sent.DrainToImmutable());
                case ConnectorAnswer.Later later:
                    return new Delivery.Waiting(sent.DrainToImmutable(), later.Failure);
            }
        }
        return new Delivery.Done(sent.DrainToImmutable());
    }
}
