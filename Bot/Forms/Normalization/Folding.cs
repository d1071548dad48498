using System.Buffers;
using System.Globalization;
using System.Text;
using AgaBot.Forms.Budgets;

namespace AgaBot.Forms.Normalization;

/// <summary>
/// Makes words comparable: "TRÁMITES" and "tramites" are the same word, and so are "año" and "ano", because many keyboards have no ñ.
/// </summary>
internal static class Folding
{
    /// <summary>U+FFFE, the only character that .NET refuses to normalise.</summary>
    private const int NotACharacter = 0xFFFE;

    /// <summary>Maximum UTF-16 code units that are normalised together.</summary>
    private const int Piece = 64;

    /// <summary>Maximum factor by which a canonical decomposition is longer (UAX #15, in UTF-16).</summary>
    private const int MostDecomposed = 4;

    /// <summary>Steps of a character that needs Unicode normalisation.</summary>
    private const int StepsOfUnknown = 10;

    /// <summary>Result of <see cref="Plain"/> for a character that needs Unicode normalisation.</summary>
    private const char Unknown = '\0';

    /// <summary>U+00C0 to U+00FF without accents and in lower case; a space marks a character that needs Unicode normalisation.</summary>
    private const string Latin = "aaaaaa ceeeeiiii nooooo  uuuuy  aaaaaa ceeeeiiii nooooo  uuuuy y";

    /// <summary>Lower case without accents; every other character is unchanged.</summary>
    public static string ToPlain(string text)
    {
        ReadingBudget.Spend(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            if (Plain(text[at]) != text[at])
                return MakePlain(text, at);
        }
        return text;
    }

    /// <summary>Plain words separated by one space. Punctuation separates words; a symbol, such as an emoji, is part of a word.</summary>
    public static string ToWords(string text)
    {
        string plain = ToPlain(text);
        ReadingBudget.Spend(plain.Length);
        char[] rented = ArrayPool<char>.Shared.Rent(plain.Length);
        Span<char> words = rented;
        int length = 0;
        bool apart = false;
        foreach (Rune rune in plain.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && !Rune.IsSymbol(rune))
            {
                apart = length > 0;
                continue;
            }
            if (apart)
                words[length++] = ' ';
            apart = false;
            length += rune.EncodeToUtf16(words[length..]);
        }
        string joined = words[..length].SequenceEqual(plain) ? plain : new string(words[..length]);
        ArrayPool<char>.Shared.Return(rented);
        return joined;
    }

    /// <param name="from">Index of the first character that is not plain.</param>
    private static string MakePlain(string text, int from)
    {
        foreach (char letter in text.AsSpan(from))
        {
            if (Plain(letter) == Unknown)
                return MakeAnyPlain(text);
        }
        return string.Create(
            text.Length,
            text,
            static (plain, text) =>
            {
                for (int at = 0; at < plain.Length; at++)
                    plain[at] = Plain(text[at]);
            }
        );
    }

    /// <summary>The plain form of a Spanish or English character; <see cref="Unknown"/> for any other.</summary>
    private static char Plain(char letter) =>
        letter switch
        {
            < '\u0080' => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter,
            >= '\u00C0' and <= '\u00FF' => Latin[letter - '\u00C0'] is var plain && plain == ' ' ? Unknown : plain,
            >= '\u00A0' and <= '\u00BF' => letter,
            >= '\u2010' and <= '\u2027' => letter,
            _ => Unknown,
        };

    private static string MakeAnyPlain(string text)
    {
        ReadingBudget.Spend(StepsOfUnknown * text.Length);
        var plain = new StringBuilder(text.Length);
        Span<char> piece = stackalloc char[Piece];
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (length > Piece - 2)
            {
                AppendPlain(plain, piece[..length]);
                length = 0;
            }
            length += (rune.Value == NotACharacter ? Rune.ReplacementChar : rune).EncodeToUtf16(piece[length..]);
        }
        AppendPlain(plain, piece[..length]);
        return plain.ToString();
    }

    /// <summary>
    /// Normalises a few characters at a time: canonical ordering (Unicode UAX #15) takes quadratic time in a run of combining marks.
    /// </summary>
    private static void AppendPlain(StringBuilder plain, ReadOnlySpan<char> piece)
    {
        Span<char> decomposed = stackalloc char[Piece * MostDecomposed];
        if (!piece.TryNormalize(decomposed, out int length, NormalizationForm.FormD))
            throw new InvalidOperationException("A canonical decomposition is longer than Unicode allows.");
        Span<char> units = stackalloc char[2];
        foreach (Rune rune in decomposed[..length].EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
                plain.Append(units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)]);
        }
    }
}
