using System.Globalization;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Reading;

namespace AgaBot.Dialogs.Commands;

/// <summary>What typed words are: a command, or something else that was said.</summary>
internal abstract record Utterance
{
    private Utterance() { }

    /// <param name="Text">As typed, for where it is no command after all.</param>
    public sealed record Ordered(Command Command, string Text) : Utterance;

    /// <param name="Text">Without the quotes where a command word stood in them.</param>
    public sealed record Told(string Text) : Utterance;
}

/// <summary>
/// Tells commands from answers. Case, accents, punctuation and a "please" do not matter. Only the bare words of a command, with its number where it
/// takes one, are a command; anything longer is an answer, and so is a command in quotes.
/// </summary>
internal static class CommandReader
{
    /// <summary>UTF-16 code units that a command may have with its argument: a longer text is not even looked at.</summary>
    public const int LongestCommand = 200;

    private const string OpeningQuotes = "\"«“”„'‘’‹";
    private const string ClosingQuotes = "\"»”“'’‘›";

    public static Utterance Read(string text)
    {
        string said = text.Trim();
        if (said.Length > LongestCommand || said.Contains('\n', StringComparison.Ordinal))
            return new Utterance.Told(text);
        if (Unquoted(said) is { } inner && Find(inner) is not null)
            return new Utterance.Told(inner);
        return Find(said) is { } command ? new Utterance.Ordered(command, text) : new Utterance.Told(text);
    }

    private static Command? Find(string said)
    {
        string folded = Plain(said);
        if (CommandVocabulary.FindBare(folded) is { } bare)
            return bare;
        return folded.LastIndexOf(' ') is var space && space < 0
            ? null
            : CommandVocabulary.FindGreeting(folded)
                ?? FindWithPick(said)
                ?? FindWithArgument(folded[..space], folded[(space + 1)..])
                ?? FindWithCode(said)
                ?? FindWithText(said);
    }

    /// <summary>A receipt number is several words.</summary>
    private static Command? FindWithPick(string said) =>
        said.AsSpan().IndexOfAnyInRange('0', '9') is > 0 and var digit
            ? CommandVocabulary.FindWithPick(Plain(said[..digit]), Plain(said[digit..]))
            : null;

    private static Command? FindWithArgument(string folded, string argument) =>
        NumberIn(argument) is { } number
            ? CommandVocabulary.FindWithNumber(folded, number)
            : CommandVocabulary.FindWithName(folded, argument);

    /// <summary>"2", or "segunda" as in <i>cambiar la segunda</i>.</summary>
    private static int? NumberIn(string argument) =>
        int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : NumberWords.Ordinal(argument) ?? NumberWords.Cardinal(argument);

    private static string Plain(string said) => CommandVocabulary.WithoutPlease(Folding.ToWords(said));

    /// <summary>"Cambiar fila 2 por …": the new words are taken as they were typed.</summary>
    private static Command? FindWithText(string said)
    {
        int start = said.AsSpan().IndexOfAnyInRange('0', '9');
        if (start <= 0)
            return null;
        string[] parts = said[start..].Split((char[]?)null, 3, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return
            parts is [var digits, var by, var text] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? CommandVocabulary.FindWithText(Plain(said[..start]), number, Folding.ToWords(by), text)
            : null;
    }

    /// <summary>The code is taken as it was typed: its case and marks are part of it.</summary>
    private static Command? FindWithCode(string said) =>
        said.Split((char[]?)null, 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var word, var code]
            ? CommandVocabulary.FindWithCode(Folding.ToWords(word), code)
            : null;

    /// <summary>What stands in quotes, where all of it does; null elsewhere.</summary>
    public static string? Unquoted(string said) =>
        said.Length > 2
        && OpeningQuotes.Contains(said[0], StringComparison.Ordinal)
        && ClosingQuotes.Contains(said[^1], StringComparison.Ordinal)
            ? said[1..^1].Trim()
            : null;
}
