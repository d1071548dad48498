namespace AgaBot.Dialogs.Inputs;

/// <summary>Who can read a conversation.</summary>
public abstract record ConversationKind
{
    private ConversationKind() { }

    /// <summary>Only the person and the bot.</summary>
    public sealed record Private : ConversationKind;

    /// <summary>Other people: a group chat, or a channel of a team.</summary>
    /// <param name="PrivateChat">
    /// A link prefix that opens the person's private chat with the bot; the URL-escaped words to send are appended.
    /// Null if the channel has no such link.
    /// </param>
    public sealed record Group(string? PrivateChat) : ConversationKind;
}
