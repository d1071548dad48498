using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Commands;

/// <summary>
/// Recognises a command in a whole sentence: "quisiera registrar una propuesta de mi distrito". Used only when typed text cannot be an
/// answer, and only for commands that do no harm if they were not meant.
/// </summary>
internal static class SentenceReader
{
    /// <summary>Maximum UTF-16 code units of a sentence; in longer text the same words mean something else.</summary>
    private const int Longest = 160;

    /// <summary>Maximum <see cref="Statements.Content"/> after a greeting: "hola, soy Rosa, de la municipalidad de Moche".</summary>
    private const int MostContentAfterGreeting = 4;

    /// <summary>Maximum words of a greeting: "buenas tardes a todos".</summary>
    private const int MostWordsOfGreeting = 4;

    /// <summary>In order of precedence: the first whose rules match wins.</summary>
    private static readonly ImmutableArray<(SentenceRules Rules, Command Command, bool AlsoNegated)> Commands =
    [
        .. CommandCatalog
            .Of<CommandPattern.Sentence>()
            .OrderBy(static sentence => sentence.Precedence)
            .Select(static sentence => (new SentenceRules(sentence.Key), sentence.Command, sentence.AlsoNegated)),
    ];

    /// <summary>"No quiero proponer nada".</summary>
    private static readonly SentenceRules Not = new("sentence.not");

    /// <summary>The command that a sentence or a misspelt command stands for; null if none is recognised.</summary>
    public static Command? FindCommand(string text)
    {
        if (Fold(text) is not { } words)
            return null;
        bool isNegated = Not.Hold(words);
        int content = Statements.Content(text);
        if (FindInSentence(words, content, isNegated) is { } wish)
            return wish;
        return isNegated
            ? null
            : CommandVocabulary.FindMisspelt(words)
                ?? (content <= MostContentAfterGreeting && BeginsWithGreeting(words) ? CommandVocabulary.Greeting : null);
    }

    /// <summary>Whether the sentence asks about the person's own part, which a command answers.</summary>
    public static bool IsAnsweredQuestion(string text) =>
        Fold(text) is { } words && FindInSentence(words, Statements.Content(text), Not.Hold(words)) is { AnswersQuestion: true };

    /// <summary>The rules that recognise a text as a command; null if none match.</summary>
    public static SentenceRules? FindRules(string words) => Commands.FirstOrDefault(command => command.Rules.Hold(words)).Rules;

    /// <summary>
    /// The folded words of a text that may be a sentence command; null if it is too long, has several lines or is negated.
    /// </summary>
    public static string? PlainWords(string text) => Fold(text) is { } words && !Not.Hold(words) ? words : null;

    /// <summary>The folded words of a text that may be a sentence; null if it is too long or has several lines.</summary>
    public static string? Fold(string text) =>
        text.Length <= Longest && !text.Contains('\n', StringComparison.Ordinal) ? Shorthand.Expand(Folding.ToWords(text)) : null;

    private static Command? FindInSentence(string words, int content, bool isNegated) =>
        Commands
            .FirstOrDefault(one => (one.AlsoNegated || !isNegated) && content <= one.Command.MostContent && one.Rules.Hold(words))
            .Command;

    /// <summary>"Hola, soy Rosa, de la municipalidad".</summary>
    private static bool BeginsWithGreeting(string words)
    {
        int space = words.IndexOf(' ', StringComparison.Ordinal);
        for (int count = 1; space > 0 && count <= MostWordsOfGreeting; count++)
        {
            if (CommandVocabulary.IsGreeting(words[..space]))
                return true;
            space = words.IndexOf(' ', space + 1);
        }
        return false;
    }
}
