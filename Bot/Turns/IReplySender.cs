using System.Collections.Immutable;

namespace AgaBot.Turns;

/// <summary>Sends replies on the channel that a reference names.</summary>
public interface IReplySender
{
    /// <summary>Whether cards are shown there; where they are not, a reply is kept as its words alone.</summary>
    bool ShowsCards(ConversationReference to);

    /// <summary>Whether a message there can give its place to another.</summary>
    bool Replaces(ConversationReference to);

    /// <summary>Whether the replies stand in the answer to the call that brought the turn: then they wait for none that a connector has not taken, and bring those along.</summary>
    bool Answers => false;

    /// <summary>Sends in order, and stops at the first that is not taken. What could not be put in a card's place is left out: the card only looks older.</summary>
    ValueTask<Delivery> SendAsync(ConversationReference to, ImmutableArray<PendingReply> replies, CancellationToken cancellationToken);
}
