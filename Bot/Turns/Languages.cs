namespace AgaBot.Turns;

/// <summary>Chooses the language of a new conversation with somebody who has not chosen theirs.</summary>
public static class Languages
{
    public const string Spanish = "es";
    public const string English = "en";

    /// <summary>
    /// Spanish, unless the channel says English. A locale may be missing or nonsense (Activity specification A3020, A3021):
    /// then it is unknown.
    /// </summary>
    public static string From(string? locale) =>
        locale is not null
        && (locale.Equals(English, StringComparison.OrdinalIgnoreCase) || locale.StartsWith("en-", StringComparison.OrdinalIgnoreCase))
            ? English
            : Spanish;
}
