using System.Collections.Immutable;

namespace AgaBot.Turns;

/// <summary>Sends replies on the channel that a reference names.</summary>
public interface IReplySender
{
    /// <summary>Sends in order, and stops at the first that is not taken.</summary>
    ValueTask<Delivery> SendAsync(ConversationReference to, ImmutableArray<PendingReply> replies, CancellationToken cancellationToken);
}
