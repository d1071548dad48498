using System.Collections.Immutable;
using AgaBot.Channels.Connector;
using AgaBot.Channels.Rendering;
using AgaBot.Json;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Channels.Messages;

/// <summary>
/// Sends the replies of an invoke through the connector, except the card that replaces the pressed one: that card is the response to the
/// invoke.
/// </summary>
/// <param name="cardId">The activity id of the pressed card; null if the channel does not send it.</param>
internal sealed class InvokeReplySender(ReplyRenderer renderer, ConnectorSender connector, string? cardId) : IReplySender
{
    /// <summary>The card that replaces the pressed one; null if the pressed card remains.</summary>
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
