using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Forms.Normalization;

namespace AgaBot.Forms.Reading;

/// <summary>
/// Finds the option by number, id, name, unaccented, partial or misspelt text. If two options fit, the bot asks, because a ficha under the
/// wrong component is worse than one more question.
/// </summary>
internal static class ChoiceReader
{
    /// <summary>Joining words, which do not distinguish options.</summary>
    private static readonly FrozenSet<string> Joining = new[]
    {
        "a",
        "al",
        "con",
        "de",
        "del",
        "e",
        "el",
        "en",
        "la",
        "las",
        "lo",
        "los",
        "o",
        "para",
        "por",
        "u",
        "un",
        "una",
        "y",
        "and",
        "for",
        "in",
        "of",
        "or",
        "the",
        "to",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words around an option in a sentence: "creo que la segunda".</summary>
    private static readonly FrozenSet<string> Around = new[]
    {
        "soy",
        "es",
        "seria",
        "elijo",
        "escojo",
        "prefiero",
        "quiero",
        "marco",
        "opcion",
        "numero",
        "nro",
        "mi",
        "i",
        "am",
        "it",
        "is",
        "my",
        "choose",
        "option",
        "number",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Openings =
    [
        "creo que ",
        "yo creo que ",
        "pienso que ",
        "diria que ",
        "i think ",
        "i believe ",
        "i would say ",
    ];

    private static readonly FrozenSet<string> Ones = new[] { "uno", "one" }.ToFrozenSet(StringComparer.Ordinal);

    private const int ShortestTellingWord = 3;

    public static ParseResult Read(Question.Choice question, string words)
    {
        string folded = Folding.ToWords(words);
        bool isNumber = folded.All(char.IsAsciiDigit);
        string[] telling = Telling(words, folded);

        ImmutableArray<Option> fitting = Fitting(question, (option, number) => IsNamed(option, number, words, folded));
        if (fitting.IsEmpty && telling is [var only] && NumberOf(only) is { } said)
            fitting = Fitting(
                question,
                (option, number) => number == said || Names(option).Any(name => name.StartsWith(only + " ", StringComparison.Ordinal))
            );
        if (fitting.IsEmpty && !isNumber)
            fitting = Fitting(question, (option, _) => Names(option).Any(name => name.StartsWith(folded, StringComparison.Ordinal)));
        if (fitting.IsEmpty && !isNumber && telling.Any(word => word.Length >= ShortestTellingWord))
            fitting = Fitting(question, (option, _) => Names(option).Any(name => HasWords(name, telling, IsBeginning)));
        if (fitting.IsEmpty && !isNumber && telling.Length > 0)
            fitting = Fitting(question, (option, _) => Names(option).Any(name => HasWords(name, telling, IsBeginningOrMisspelt)));

        return fitting switch
        {
            [] => new ParseResult.Unclear(new Problem.NoSuchOption(words)),
            [var one] => new ParseResult.Understood(new Answer.Choice(one.Id)),
            _ => new ParseResult.Unclear(new Problem.Ambiguous(words, [.. fitting.Select(option => option.Id)])),
        };
    }

    /// <summary>"¿Es integridad pública?" is not an answer: in a question only joining words are ignored.</summary>
    private static string[] Telling(string words, string folded)
    {
        if (words.Contains('?', StringComparison.Ordinal))
            return [.. folded.Split(' ').Where(static word => !Joining.Contains(word))];
        string said = Openings.FirstOrDefault(opening => folded.StartsWith(opening, StringComparison.Ordinal)) is { } opening
            ? folded[opening.Length..]
            : folded;
        return [.. said.Split(' ').Where(static word => !Joining.Contains(word) && !Around.Contains(word))];
    }

    private static int? NumberOf(string word) =>
        Ones.Contains(word)
            ? 1
            : NumberWords.Ordinal(word)
                ?? NumberWords.Cardinal(word)
                ?? (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null);

    private static ImmutableArray<Option> Fitting(Question.Choice question, Func<Option, int, bool> fits) =>
        [.. question.Options.Where((option, index) => fits(option, index + 1))];

    /// <summary>True if the text is exactly the number or name of this option.</summary>
    private static bool IsNamed(Option option, int number, string words, string folded)
    {
        if (words == option.Label || words == option.Id || option.Aliases.Contains(words))
            return true;
        string digits = number.ToString(CultureInfo.InvariantCulture);
        return folded.Length > 0
            && (
                folded == digits
                || folded == "opcion " + digits
                || folded == "option " + digits
                || folded == Folding.ToWords(option.Id)
                || Names(option).Any(name => folded == name || folded == $"{digits} {name}" || IsItsNumber(name, folded))
            );
    }

    /// <summary>For the options "1 año" and "2 años", "2" may be a name or a number.</summary>
    private static bool IsItsNumber(string name, string folded) =>
        folded.All(char.IsAsciiDigit) && name.StartsWith(folded + " ", StringComparison.Ordinal);

    private static IEnumerable<string> Names(Option option) => option.Aliases.Prepend(option.Label).Select(Folding.ToWords);

    /// <summary>Every word occurs in the name: "mejora servicios" in "mejora de los servicios publicos".</summary>
    private static bool HasWords(string name, string[] telling, Func<string, string, bool> isWord)
    {
        string[] words = name.Split(' ');
        return telling.All(word => words.Any(own => isWord(word, own)));
    }

    private static bool IsBeginning(string word, string own) => own.StartsWith(word, StringComparison.Ordinal);

    private static bool IsBeginningOrMisspelt(string word, string own) =>
        (word.Length >= ShortestTellingWord && IsBeginning(word, own)) || Misspelling.IsNear(word, own);
}
