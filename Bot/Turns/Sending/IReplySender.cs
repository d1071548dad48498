using System.Collections.Immutable;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Sending;

/// <summary>Sends replies on the channel that a reference names.</summary>
public interface IReplySender
{
    /// <summary>Whether the channel shows cards. Where it does not, only the text of a reply is kept.</summary>
    bool ShowsCards(ConversationReference to);

    /// <summary>Whether the channel can replace a message that it shows.</summary>
    bool Replaces(ConversationReference to);

    /// <summary>
    /// Whether the replies are in the HTTP response to the call that brought the turn. Then they do not wait for earlier replies that a
    /// connector has not accepted, and the response includes those.
    /// </summary>
    bool Answers => false;

    /// <summary>
    /// Sends in order, and stops at the first reply that the channel does not accept. A replacement of a card that fails is left out: the
    /// person then only sees the old card.
    /// </summary>
    ValueTask<Delivery> SendAsync(ConversationReference to, ImmutableArray<PendingReply> replies, CancellationToken cancellationToken);
}
