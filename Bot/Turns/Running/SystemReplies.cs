using AgaBot.Dialogs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Turns.Requests;

namespace AgaBot.Turns.Running;

/// <summary>What the bot says where no dialog decides.</summary>
/// <remarks>A language is named as in <see cref="ConversationState.Language"/>.</remarks>
public static class SystemReplies
{
    /// <summary>A fault of the program broke the turn.</summary>
    public static Reply Broke(string language) => new(Words.Of(language)["broke"]);

    /// <summary>A newer version of the program is replacing this one and has stored what this one cannot read.</summary>
    public static Reply BeingUpdated(string language) => new(Words.Of(language)["renewed"]);

    /// <summary>The person's data are erased.</summary>
    public static Reply Erased(string language) => new(Words.Of(language)["erase.done"]);

    /// <summary>Text shown on a pressed card whose answer follows as a separate message.</summary>
    /// <param name="locale">As the channel wrote it.</param>
    public static string AnsweredBelow(string? locale) => Words.Of(Languages.From(locale))["card.seeBelow"];
}
