using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Commands;

/// <summary>
/// Tells a statement, such as a problem or an idea for the plan, from a question, a name, a code and a request to the bot, which say
/// nothing that could be taken down.
/// </summary>
internal static class Statements
{
    /// <summary>Minimum <see cref="Content"/> of a statement.</summary>
    public const int Fewest = 3;

    /// <summary>Maximum UTF-16 code units that are examined.</summary>
    private const int MostExamined = 1000;

    /// <summary>Content of a text with a question mark that nevertheless says something: "¿no sería mejor que …?"</summary>
    private const int FewestWithQuestionMark = 8;

    /// <summary>Maximum words of an insult.</summary>
    private const int MostWordsOfAbuse = 8;

    /// <summary>A text without joining words of a sentence may be a name, unless it has so many words.</summary>
    private const int FewestWithoutLinks = 7;

    private const int ShortestWord = 3;

    private static readonly FrozenSet<string> SpanishEmpty = Set(Words.Spanish, "statement.empty");
    private static readonly FrozenSet<string> EnglishEmpty = Set(Words.English, "statement.empty");
    private static readonly FrozenSet<string> Links = Both("statement.links").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Openings = Both("statement.openings").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Abuse = Both("statement.abuse").ToFrozenSet(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> Asks = [.. Both("statement.asks").Select(static words => words + " ")];

    public static bool Is(string text) => Content(text) >= Fewest;

    /// <summary>Number of words with a meaning of their own; 0 if the text states nothing.</summary>
    public static int Content(string text)
    {
        string[] words = Read(text);
        int content = words.Count(IsContent);
        if (
            content < Fewest
            || (words.Length < FewestWithoutLinks && !words.Any(Links.Contains))
            || (words.Length <= MostWordsOfAbuse && words.Any(Abuse.Contains))
        )
            return 0;
        bool asks = text.Contains('?', StringComparison.Ordinal) ? content < FewestWithQuestionMark : BeginsAsQuestion(words);
        return asks ? 0 : content;
    }

    /// <summary>Whether a statement has more joining words of English than of Spanish.</summary>
    public static bool IsEnglish(string text) =>
        Is(text)
        && Read(text) is var words
        && words.Count(EnglishEmpty.Contains) is var english
        && english >= Fewest
        && english > 2 * words.Count(SpanishEmpty.Contains);

    private static bool IsContent(string word) =>
        word.Length >= ShortestWord && char.IsLetter(word[0]) && !SpanishEmpty.Contains(word) && !EnglishEmpty.Contains(word);

    private static bool BeginsAsQuestion(string[] words)
    {
        string said = string.Join(' ', words.SkipWhile(Openings.Contains)) + " ";
        return Asks.Any(asks => said.StartsWith(asks, StringComparison.Ordinal));
    }

    private static string[] Read(string text) =>
        Shorthand
            .Expand(Folding.ToWords(text.Length > MostExamined ? text[..MostExamined] : text))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Both(string key) => CommandWords.Of(key);

    private static FrozenSet<string> Set(Words words, string key) => CommandWords.Of(words, key).ToFrozenSet(StringComparer.Ordinal);
}
