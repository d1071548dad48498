namespace AgaBot.Turns.Requests;

/// <summary>Chooses the language of a new conversation while the person has not chosen one.</summary>
public static class Languages
{
    public const string Spanish = "es";
    public const string English = "en";

    /// <summary>
    /// English for an English locale, otherwise Spanish. A locale may be missing or invalid (Activity specification A3020, A3021).
    /// </summary>
    public static string From(string? locale) =>
        locale is not null
        && (locale.Equals(English, StringComparison.OrdinalIgnoreCase) || locale.StartsWith("en-", StringComparison.OrdinalIgnoreCase))
            ? English
            : Spanish;
}
