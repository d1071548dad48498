using AgaBot.Plans;

namespace AgaBot.Dialogs.Inputs;

/// <summary>What came in.</summary>
public abstract record UserInput
{
    private UserInput() { }

    /// <summary>The person came into the conversation.</summary>
    public sealed record Joined : UserInput;

    /// <summary>The bot was put into the conversation.</summary>
    public sealed record Installed : UserInput;

    /// <summary>The bot was taken out of the conversation: nothing said there arrives.</summary>
    public sealed record Removed : UserInput;

    public sealed record Typed(string Text) : UserInput;

    /// <summary>A card's button or inputs.</summary>
    public sealed record Pressed(CardSubmit Submit) : UserInput;

    /// <summary>A file, where there were several the first.</summary>
    public sealed record Sent(SentFile File) : UserInput;

    /// <summary>Nobody said anything: a draft of the person has rested for days.</summary>
    public sealed record DraftRests(ProposalId Draft) : UserInput;

    /// <summary>A value, or nothing at all, that no card of ours sends.</summary>
    public sealed record Unreadable : UserInput;
}
