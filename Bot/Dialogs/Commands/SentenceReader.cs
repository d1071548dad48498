using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Commands;

/// <summary>
/// Reads out of a whole sentence what somebody wants: "quisiera registrar una propuesta de mi distrito". It is asked only where nothing that is
/// typed can be an answer, and only for what harms nobody who meant something else.
/// </summary>
internal static class SentenceReader
{
    /// <summary>UTF-16 code units: in a longer text the same words stand for something else.</summary>
    private const int Longest = 160;

    /// <summary>Of a greeting: "buenas tardes a todos".</summary>
    private const int MostWordsOfGreeting = 4;

    /// <summary>By precedence: the first whose rules hold is meant.</summary>
    private static readonly ImmutableArray<(SentenceRules Rules, Command Command)> Commands =
    [
        .. CommandCatalog
            .Of<CommandPattern.Sentence>()
            .OrderBy(static sentence => sentence.Precedence)
            .Select(static sentence => (new SentenceRules(sentence.Key), sentence.Command)),
    ];

    /// <summary>"No quiero proponer nada".</summary>
    private static readonly SentenceRules Not = new("sentence.not");

    /// <summary>The command that a sentence, or a misspelt command, stands for; null where none is recognised.</summary>
    public static Command? FindCommand(string text) =>
        PlainWords(text) is not { } words
            ? null
            : Commands.FirstOrDefault(command => command.Rules.Hold(words)).Command
                ?? CommandVocabulary.FindMisspelt(words)
                ?? (BeginsWithGreeting(words) ? CommandVocabulary.Greeting : null);

    /// <summary>The rules by which a text is recognised as a command; null if none holds.</summary>
    public static SentenceRules? FindRules(string words) => Commands.FirstOrDefault(command => command.Rules.Hold(words)).Rules;

    /// <summary>Plain words of what may be understood so; null of anything else.</summary>
    public static string? PlainWords(string text) =>
        text.Length <= Longest && !text.Contains('\n', StringComparison.Ordinal) && Folding.ToWords(text) is var words && !Not.Hold(words)
            ? words
            : null;

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
