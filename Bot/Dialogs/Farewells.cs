using AgaBot.Dialogs.Phrasing;

namespace AgaBot.Dialogs;

/// <summary>What is said to a person whose data are erased: all that is left of the conversation.</summary>
public static class Farewells
{
    /// <param name="language">As <see cref="ConversationState.Language"/> names it.</param>
    public static Reply In(string language) => new(Words.Of(language)["erase.done"]);
}
