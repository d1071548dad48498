using AgaBot.Dialogs.Phrasing;

namespace AgaBot.Dialogs;

/// <summary>What is said where nothing could be decided, because of a mistake of ours.</summary>
public static class Apologies
{
    /// <param name="language">As <see cref="Talk.Language"/> names it.</param>
    public static Reply In(string language) => new(Words.Of(language)["broke"]);
}
