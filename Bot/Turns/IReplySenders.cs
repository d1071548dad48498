namespace AgaBot.Turns;

/// <summary>The way to a conversation for what is sent later than its turn, or of the bot's own accord.</summary>
public interface IReplySenders
{
    IReplySender To(ConversationReference reference);

    /// <summary>Whether the bot may speak there though nobody has just spoken: on its own page, and where a token vouched for the channel's address.</summary>
    bool MaySpeakFirst(ConversationReference reference);
}
