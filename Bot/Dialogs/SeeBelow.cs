using AgaBot.Dialogs.Phrasing;

namespace AgaBot.Dialogs;

/// <summary>What a pressed card says where its answer is a message of its own.</summary>
public static class SeeBelow
{
    /// <param name="language">As <see cref="ConversationState.Language"/> names it.</param>
    public static string In(string language) => Words.Of(language)["card.seeBelow"];
}
