using AgaBot.Dialogs.Phrasing;

namespace AgaBot.Dialogs;

/// <summary>What is said where nothing could be decided, and it is not the person's doing.</summary>
public static class Apologies
{
    /// <summary>Because of a mistake of ours.</summary>
    /// <param name="language">As <see cref="ConversationState.Language"/> names it.</param>
    public static Reply In(string language) => new(Words.Of(language)["broke"]);

    /// <summary>Because a newer version of the program is taking this one's place, and knows what this one does not.</summary>
    public static Reply WhileRenewed(string language) => new(Words.Of(language)["renewed"]);
}
