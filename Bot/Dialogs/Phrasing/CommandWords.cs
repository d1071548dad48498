using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>
/// The words of a text that lists alternatives: <c>|</c> stands between words with the same meaning, and the first is the one that
/// replies name. A word of either language is understood in both.
/// </summary>
internal static class CommandWords
{
    /// <summary>The word by which replies name a command in a language.</summary>
    public static string Name(Words words, string key) => words[key].Split('|')[0];

    /// <summary>The name with the number that the command takes, or the bare name.</summary>
    public static string Name(Words words, string key, int? number) =>
        number is { } given ? $"{Name(words, key)} {given.ToString(words.Culture)}" : Name(words, key);

    /// <summary>The words of both languages, folded and distinct.</summary>
    public static IEnumerable<string> Of(string key) => Of(Words.Spanish, key).Concat(Of(Words.English, key)).Distinct();

    /// <summary>The words of one language, folded.</summary>
    public static IEnumerable<string> Of(Words words, string key) => words[key].Split('|').Select(Folding.ToWords);
}
