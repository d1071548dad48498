using System.Collections.Immutable;
using AgaBot.Channels.Connector;
using AgaBot.Json;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Channels.Messages;

/// <summary>Sends through the connector, but for what takes the place of the card that was pressed: that goes into the answer to the press.</summary>
/// <param name="cardId">What the channel calls the pressed card; null where it does not say.</param>
internal sealed class InvokeReplySender(ReplyRenderer renderer, ConnectorSender connector, string? cardId) : IReplySender
{
    /// <summary>Null where the card stays.</summary>
    public RawJson? ReplacementCard { get; private set; }

    public bool ShowsCards(ConversationReference to) => connector.ShowsCards(to);

    public bool Replaces(ConversationReference to) => connector.Replaces(to);

    public ValueTask<Delivery> SendAsync(
        ConversationReference to,
        ImmutableArray<PendingReply> replies,
        CancellationToken cancellationToken
    )
    {
        for (int i = 0; i < replies.Length; i++)
        {
            if (replies[i].Replaces is not { ActivityId: { } id } card || id != cardId)
                continue;
            ReplacementCard = renderer.Render(to, replies[i]).Attachments is [{ Content: var content }] ? content : null;
            replies = replies.SetItem(i, replies[i] with { Replaces = card with { ActivityId = null } });
        }
        return connector.SendAsync(to, replies, cancellationToken);
    }
}
