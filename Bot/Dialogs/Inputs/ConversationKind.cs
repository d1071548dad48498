namespace AgaBot.Dialogs.Inputs;

/// <summary>Who else reads what is said in a conversation.</summary>
public abstract record ConversationKind
{
    private ConversationKind() { }

    /// <summary>Nobody: the person and the bot are alone.</summary>
    public sealed record Private : ConversationKind;

    /// <summary>Others do: a group chat, or a channel of a team.</summary>
    /// <param name="PrivateChat">
    /// A link that opens a chat of the person with the bot alone, once the words to say there stand behind it, escaped as in a URL;
    /// null where the channel has none.
    /// </param>
    public sealed record Group(string? PrivateChat) : ConversationKind;
}
