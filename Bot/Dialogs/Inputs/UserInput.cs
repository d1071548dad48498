using AgaBot.Plans;

namespace AgaBot.Dialogs.Inputs;

/// <summary>The input of a turn.</summary>
public abstract record UserInput
{
    private UserInput() { }

    /// <summary>The person joined the conversation.</summary>
    public sealed record Joined : UserInput;

    /// <summary>The bot was added to the conversation.</summary>
    public sealed record Installed : UserInput;

    /// <summary>The bot was removed from the conversation and can no longer send there.</summary>
    public sealed record Removed : UserInput;

    public sealed record Typed(string Text) : UserInput;

    /// <summary>A card's button or inputs.</summary>
    public sealed record Pressed(CardSubmit Submit) : UserInput;

    /// <summary>A file; the first if there were several.</summary>
    public sealed record Sent(SentFile File) : UserInput;

    /// <summary>No input of a person: a draft was not touched for days.</summary>
    public sealed record DraftRests(ProposalId Draft) : UserInput;

    /// <summary>No input of a person: the other side of a link has answered.</summary>
    public sealed record LinkAnswered : UserInput;

    /// <summary>A value that no card of the bot sends, or an empty one.</summary>
    public sealed record Unreadable : UserInput;
}
