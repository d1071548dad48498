using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using AgaBot.Forms.Budgets;

namespace AgaBot.Forms.Normalization;

/// <summary>Removes artefacts of Word from pasted text: bullets of symbol fonts, field codes, layout spaces and hyphens.</summary>
internal static partial class WordPasteCleanup
{
    /// <summary>The private-use characters of Symbol and Wingdings, from U+F020 to U+F0FF.</summary>
    private const char FirstOfFonts = '\uf020';
    private const char LastOfFonts = '\uf0ff';

    private static readonly SearchValues<char> Traces = SearchValues.Create(
        "\t\u0013\u0014\u0015\u001e\u00a0\u00ad\u2007\u200b\u2011\u202f\ufeff"
            + string.Concat(Enumerable.Range(FirstOfFonts, LastOfFonts - FirstOfFonts + 1).Select(static mark => (char)mark))
    );

    private static readonly string[] FieldWords = ["HYPERLINK", "PAGEREF", "MERGEFORMAT", "MERGEFIELD", "SEQ ", "REF ", "FORMTEXT", "TOC "];

    /// <summary>Returns the same instance if the text has no artefact.</summary>
    public static string Clean(string text)
    {
        bool hasFields =
            text.Contains('\u0013', StringComparison.Ordinal) || FieldWords.Any(word => text.Contains(word, StringComparison.Ordinal));
        string words = hasFields ? FieldInWords().Replace(FieldCode().Replace(text, ""), "") : text;
        if (words.AsSpan().IndexOfAny(Traces) < 0)
            return words;
        ReadingBudget.Spend(words.Length);
        var plain = new StringBuilder(words.Length);
        foreach (char mark in words)
        {
            if (Plain(mark) is { } kept)
                plain.Append(kept);
        }
        return TabbedBullet().Replace(plain.ToString(), match => $"{match.Groups[1].Value}{Bullet(match.Groups[2].Value[0])} ");
    }

    /// <summary>The replacement of a character; null if the character is removed.</summary>
    private static char? Plain(char mark) =>
        mark switch
        {
            '\u00a0' or '\u2007' or '\u202f' => ' ',
            '\u00ad' or '\u200b' or '\ufeff' or '\u0014' or '\u0015' => null,
            '\u001e' or '\u2011' => '-',
            >= FirstOfFonts and <= LastOfFonts => '•',
            _ => mark,
        };

    /// <summary>The letters are bullets of Wingdings and Courier whose font was lost.</summary>
    private static char Bullet(char mark) =>
        mark switch
        {
            'o' => '◦',
            '§' => '▪',
            'Ø' or 'ü' or 'q' or 'v' => '•',
            _ => mark,
        };

    /// <summary>A field code (U+0013 code U+0014 result U+0015) without its result.</summary>
    [GeneratedRegex("\u0013[^\u0013\u0014\u0015]*\u0014?")]
    private static partial Regex FieldCode();

    /// <summary>A field code as text, as an editor that shows field codes copies it.</summary>
    [GeneratedRegex(
        """\{ *(?:HYPERLINK|PAGEREF|REF|TOC|SEQ|MERGEFIELD|FORMTEXT)\b[^{}\n]*\} ?|"""
            + """HYPERLINK "[^"\n]*"(?: \\[a-z](?: "[^"\n]*")?)* ?|PAGEREF _\w+(?: \\h)? ?| ?\\\* MERGEFORMAT"""
    )]
    private static partial Regex FieldInWords();

    [GeneratedRegex(@"^([ ]*)([•·▪◦‣●○■\-–*o§Øüqv])\t[ \t]*", RegexOptions.Multiline)]
    private static partial Regex TabbedBullet();
}
