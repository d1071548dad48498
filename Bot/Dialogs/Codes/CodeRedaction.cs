using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;
using AgaBot.Plans;
using AgaBot.Plans.Invitations;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs.Codes;

/// <summary>
/// Hides codes in what a person wrote, before it is kept. Hidden are: the access code in any form; what follows the word of a command that
/// takes a code; and words that look like a code of ours. See docs/decisions/0042.
/// </summary>
/// <param name="accessCode">Null or empty if there is none.</param>
public sealed partial class CodeRedaction(string? accessCode) : ICodeRedaction
{
    /// <summary>A shorter access code, possible in Development, occurs in ordinary words.</summary>
    private const int ShortestKnown = 6;

    /// <summary>Characters of a word in a message of its own, or alone after the word of a command, that hide it.</summary>
    private const int LongWord = 12;

    /// <summary>Characters with a digit that hide a word after the word of a command.</summary>
    private const int ShortWord = 4;

    private static readonly FrozenSet<string> SecretCommands = CommandCatalog
        .Of<CommandPattern.WithCode>()
        .SelectMany(static pattern => CommandWords.Of(pattern.Key))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly int LongestCommand = SecretCommands.Max(static word => word.Length);

    /// <summary>Words between the word of a command and a code: "coordinador, mi código es …".</summary>
    private static readonly FrozenSet<string> Between = CommandWords.Of("code.between").ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n\u00a0");

    private readonly string known = string.Concat((accessCode ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>A whole message. A long word in a message of its own may be a code with a typing mistake, and is hidden too.</summary>
    public string RedactMessage(string text) =>
        text.Trim() is var word && word.Length >= LongWord && !word.AsSpan().ContainsAny(Spaces) && IsLikePassword(word)
            ? ICodeRedaction.Mask
            : Redact(text);

    /// <summary>Any text. Returns the same object if nothing is hidden.</summary>
    public string Redact(string text)
    {
        bool[]? hidden = null;
        HideKnown(text, ref hidden);
        List<Word> words = WordsOf(text);
        HideAfterCommands(text, words, ref hidden);
        HideShaped(text, words, ref hidden);
        return hidden is null ? text : Masked(text, hidden);
    }

    public bool HoldsLastingCode(string text) => FindKnown(text, 0) is not null || Invitation().IsMatch(text);

    private void HideKnown(string text, ref bool[]? hidden)
    {
        for (int from = 0; FindKnown(text, from) is (var start, var end); from = end)
            Hide(text, start, end, ref hidden);
    }

    /// <summary>The first place of the access code, whose letters and digits may stand apart.</summary>
    private (int Start, int End)? FindKnown(string text, int from)
    {
        if (known.Length < ShortestKnown)
            return null;
        for (int start = from; start <= text.Length - known.Length; start++)
        {
            if (char.ToUpperInvariant(text[start]) == known[0] && EndOfKnown(text, start) is { } end)
                return (start, end);
        }
        return null;
    }

    private int? EndOfKnown(string text, int start)
    {
        int matched = 0;
        for (int i = start; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
                continue;
            if (char.ToUpperInvariant(text[i]) != known[matched])
                return null;
            if (++matched == known.Length)
                return i + 1;
        }
        return null;
    }

    private static void HideAfterCommands(string text, List<Word> words, ref bool[]? hidden)
    {
        for (int i = 0; i < words.Count - 1; i++)
        {
            if (words[i].Length > LongestCommand + 2 || !SecretCommands.Contains(Folding.ToWords(words[i].In(text))))
                continue;
            int next = i + 1;
            while (next < words.Count - 1 && Between.Contains(Folding.ToWords(words[next].In(text))))
                next++;
            bool isAlone = next == words.Count - 1 && words[next].Length >= LongWord;
            // The command takes everything after its word as the code.
            bool isOfOurs = words[^1].End - words[next].Start <= CommandReader.LongestCommand && IsOfOurLength(text[words[next].Start..]);
            int end = isAlone || (i == 0 && isOfOurs) ? words.Count : next;
            while (end < words.Count && IsLikeCode(words[end].In(text)))
                end++;
            if (end > next)
                Hide(text, words[next].Start, words[end - 1].End, ref hidden);
        }
    }

    /// <summary>Words that together have a length and only characters of our codes, split by hyphens or spaces or not at all.</summary>
    private static void HideShaped(string text, List<Word> words, ref bool[]? hidden)
    {
        Span<char> letters = stackalloc char[InvitationCode.Length];
        for (int i = 0; i < words.Count; i++)
        {
            int length = 0;
            bool hasLower = false;
            for (int j = i; j < words.Count && TryAppend(words[j].Span(text), letters, ref length, ref hasLower); j++)
            {
                // Lower-case words side by side are a sentence.
                if (j > i && hasLower)
                    break;
                ReadOnlySpan<char> joined = letters[..length];
                if (
                    length is LinkCode.FormerLength or LinkCode.Length or InvitationCode.Length
                    && joined.ContainsAnyInRange('A', 'Z')
                    && (joined.ContainsAnyInRange('0', '9') || (j == i && !hasLower && words[i].Span(text).Contains('-')))
                )
                    Hide(text, words[i].Start, words[j].End, ref hidden);
            }
        }
    }

    private static bool TryAppend(ReadOnlySpan<char> word, Span<char> letters, ref int length, ref bool hasLower)
    {
        foreach (char character in word)
        {
            if (character == '-')
                continue;
            char capital = char.ToUpperInvariant(character);
            if (length == letters.Length || !ReadableCode.Consists([capital]))
                return false;
            hasLower |= char.IsLower(character);
            letters[length++] = capital;
        }
        return true;
    }

    private static bool IsOfOurLength(string rest) =>
        rest.Any(char.IsAsciiDigit) && (LinkCode.Hash(rest) is not null || InvitationCode.Hash(rest) is not null);

    private static bool IsLikeCode(string word) =>
        word.Length >= ShortWord
        && (
            word.Any(char.IsAsciiDigit)
            || !word.Any(char.IsLower)
            || word.Zip(word.Skip(1)).Any(static pair => char.IsLower(pair.First) && char.IsUpper(pair.Second))
        );

    private static bool IsLikePassword(string word) =>
        word.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
        && word.Any(char.IsAsciiDigit)
        && word.Any(char.IsAsciiLetter);

    private static void Hide(string text, int start, int end, ref bool[]? hidden)
    {
        hidden ??= new bool[text.Length];
        hidden.AsSpan(start, end - start).Fill(true);
    }

    private static string Masked(string text, bool[] hidden)
    {
        var masked = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!hidden[i])
                masked.Append(text[i]);
            else if (i == 0 || !hidden[i - 1])
                masked.Append(ICodeRedaction.Mask);
        }
        return masked.ToString();
    }

    /// <summary>The words between spaces, without punctuation around them.</summary>
    private static List<Word> WordsOf(string text)
    {
        var words = new List<Word>();
        for (int start = 0; start < text.Length; start++)
        {
            if (!char.IsLetterOrDigit(text[start]))
                continue;
            int length = text.AsSpan(start).IndexOfAny(Spaces) is >= 0 and var space ? space : text.Length - start;
            int end = start + length;
            int last = end;
            while (!char.IsLetterOrDigit(text[last - 1]))
                last--;
            words.Add(new Word(start, last));
            start = end;
        }
        return words;
    }

    /// <summary>
    /// The code of an invitation: three groups of five with hyphens; or apart or together, with a digit. Words of five capitals side by
    /// side are a sentence.
    /// </summary>
    [GeneratedRegex(
        @"(?<!\w)(?:(?i:[2-9A-HJKMNP-Z]{5}(?:-[2-9A-HJKMNP-Z]{5}){2}|(?=[A-Z]*[2-9])[2-9A-HJKMNP-Z]{15})"
            + @"|(?=[A-Z -]*[2-9])[2-9A-HJKMNP-Z]{5}(?:[ -][2-9A-HJKMNP-Z]{5}){2})(?!\w)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Invitation();

    private readonly record struct Word(int Start, int End)
    {
        public int Length => End - Start;

        public string In(string text) => text[Start..End];

        public ReadOnlySpan<char> Span(string text) => text.AsSpan(Start, Length);
    }
}
