using System.Globalization;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Reading;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Commands;

/// <summary>Typed words: a command, or any other text.</summary>
internal abstract record Utterance
{
    private Utterance() { }

    /// <summary>The words of a command as typed; those of another text without quotation marks around a command.</summary>
    public abstract string Said { get; }

    /// <param name="Text">As typed, in case the words are an answer and not a command.</param>
    public sealed record Ordered(Command Command, string Text) : Utterance
    {
        public override string Said => Text;
    }

    /// <param name="Text">Without quotation marks if a command word stood in them.</param>
    public sealed record Told(string Text) : Utterance
    {
        public override string Said => Text;
    }
}

/// <summary>
/// Distinguishes commands from answers. Case, accents, punctuation and a "please" do not matter. Only the bare words of a command, with its
/// number if it takes one, are a command. Anything longer is an answer, and so is a command in quotation marks.
/// </summary>
internal static class CommandReader
{
    /// <summary>Maximum UTF-16 code units of a command with its argument; longer text is never a command.</summary>
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
                ?? FindWithReceipt(said)
                ?? FindWithPick(said)
                ?? FindWithArgument(folded[..space], folded[(space + 1)..])
                ?? FindWithCode(said)
                ?? FindWithText(said);
    }

    /// <summary>A receipt number may be several words, so the argument begins at the first digit.</summary>
    private static Command? FindWithPick(string said) =>
        said.AsSpan().IndexOfAnyInRange('0', '9') is > 0 and var digit
            ? CommandVocabulary.FindWithPick(Plain(said[..digit]), Plain(said[digit..]))
            : null;

    /// <summary>"Ocultar 482-716-4 por …": the reason is taken as typed.</summary>
    private static Command? FindWithReceipt(string said) =>
        NumberedParts(said) switch
        {
            (var words, [var digits]) when ReceiptNumber.TryParse(digits, out ReceiptNumber receipt) => CommandVocabulary.FindWithReceipt(
                words,
                receipt,
                by: null,
                reason: null
            ),
            (var words, [var digits, var by, var reason]) when ReceiptNumber.TryParse(digits, out ReceiptNumber receipt) =>
                CommandVocabulary.FindWithReceipt(words, receipt, Folding.ToWords(by), reason),
            _ => null,
        };

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

    /// <summary>"Cambiar fila 2 por …": the new text is taken as typed.</summary>
    private static Command? FindWithText(string said) =>
        NumberedParts(said) is (var words, [var digits, var by, var text])
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? CommandVocabulary.FindWithText(words, number, Folding.ToWords(by), text)
            : null;

    /// <summary>The words before the first digit, and from there at most three parts: the number, a word, and the rest as typed.</summary>
    private static (string Words, string[] Parts)? NumberedParts(string said)
    {
        int start = said.AsSpan().IndexOfAnyInRange('0', '9');
        return start <= 0
            ? null
            : (
                Plain(said[..start]),
                said[start..].Split((char[]?)null, 3, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            );
    }

    /// <summary>The code is taken as typed: case and punctuation belong to it.</summary>
    private static Command? FindWithCode(string said) =>
        said.Split((char[]?)null, 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var word, var code]
            ? CommandVocabulary.FindWithCode(Folding.ToWords(word), code)
            : null;

    /// <summary>The text inside the quotation marks if they enclose all of it; null otherwise.</summary>
    public static string? Unquoted(string said) =>
        said.Length > 2
        && OpeningQuotes.Contains(said[0], StringComparison.Ordinal)
        && ClosingQuotes.Contains(said[^1], StringComparison.Ordinal)
            ? said[1..^1].Trim()
            : null;
}
