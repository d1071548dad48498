using AgaBot.Dialogs;

namespace AgaBot.Turns;

/// <summary>What a channel says at once of a turn whose answer is a message of its own.</summary>
public static class AnsweredBelow
{
    /// <param name="locale">As the channel wrote it.</param>
    public static string In(string? locale) => SeeBelow.In(Languages.From(locale));
}
