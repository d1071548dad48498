using System.Globalization;
using System.Text;

namespace AgaBot.Forms;

/// <summary>
/// Makes words comparable: "TRÁMITES" and "tramites" are the same word, and so are "año" and "ano",
/// because many keyboards have no ñ.
/// </summary>
internal static class Folding
{
    /// <summary>U+FFFE, the one that .NET refuses to normalise.</summary>
    private const int NotACharacter = 0xFFFE;

    /// <summary>Lower case and without accents; all else stays.</summary>
    public static string ToPlain(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            whole.Append((rune.Value == NotACharacter ? Rune.ReplacementChar : rune).ToString());

        var plain = new StringBuilder(whole.Length);
        foreach (Rune rune in whole.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
                plain.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return plain.ToString();
    }

    /// <summary>The plain words with one space between them. Punctuation is a space; a symbol, as an emoji is, is a letter.</summary>
    public static string ToWords(string text)
    {
        var words = new StringBuilder(text.Length);
        bool apart = false;
        foreach (Rune rune in ToPlain(text).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && !Rune.IsSymbol(rune))
            {
                apart = words.Length > 0;
                continue;
            }
            if (apart)
                words.Append(' ');
            apart = false;
            words.Append(rune.ToString());
        }
        return words.ToString();
    }
}
