using AgaBot.Turns.Requests;

namespace AgaBot.Turns.Sending;

/// <summary>Finds the sender for replies that are sent after their turn, or on the bot's own initiative.</summary>
public interface IReplySenders
{
    IReplySender To(ConversationReference reference);

    /// <summary>
    /// Whether the bot may speak first: on its own page, and where a valid token confirmed the channel's address.
    /// </summary>
    bool MaySpeakFirst(ConversationReference reference);
}
