using System.Buffers;
using System.Text.RegularExpressions;

namespace AgaBot.Forms.Normalization;

/// <summary>Takes out of pasted text what Word put there and nobody wrote: bullets of its fonts, field codes, spaces and hyphens that only lay out.</summary>
internal static partial class WordPasteCleanup
{
    /// <summary>Bullets as Symbol and Wingdings number them: U+F000 and above are the fonts' own.</summary>
    private const char FirstOfFonts = '\uf020';
    private const char LastOfFonts = '\uf0ff';

    private static readonly SearchValues<char> Traces = SearchValues.Create(
        "\t\u0013\u0014\u0015\u001e\u00a0\u00ad\u2007\u200b\u2011\u202f\ufeff"
            + string.Concat(Enumerable.Range(FirstOfFonts, LastOfFonts - FirstOfFonts + 1).Select(static mark => (char)mark))
    );

    private static readonly string[] FieldWords = ["HYPERLINK", "PAGEREF", "MERGEFORMAT", "MERGEFIELD", "SEQ ", "REF ", "FORMTEXT", "TOC "];

    /// <summary>The text itself where there is nothing of Word in it.</summary>
    public static string Clean(string text)
    {
        bool hasFields =
            text.Contains('\u0013', StringComparison.Ordinal) || FieldWords.Any(word => text.Contains(word, StringComparison.Ordinal));
        string words = hasFields ? FieldInWords().Replace(FieldCode().Replace(text, ""), "") : text;
        return words.AsSpan().IndexOfAny(Traces) < 0
            ? words
            : TabbedBullet()
                .Replace(string.Concat(words.Select(Plain)), match => $"{match.Groups[1].Value}{Bullet(match.Groups[2].Value[0])} ");
    }

    /// <summary>What stands for a mark: another, or nothing.</summary>
    private static string Plain(char mark) =>
        mark switch
        {
            '\u00a0' or '\u2007' or '\u202f' => " ",
            '\u00ad' or '\u200b' or '\ufeff' or '\u0014' or '\u0015' => "",
            '\u001e' or '\u2011' => "-",
            >= FirstOfFonts and <= LastOfFonts => "•",
            _ => mark.ToString(),
        };

    /// <summary>The letters are what Wingdings and Courier show as a bullet where the font is lost.</summary>
    private static char Bullet(char mark) =>
        mark switch
        {
            'o' => '◦',
            '§' => '▪',
            'Ø' or 'ü' or 'q' or 'v' => '•',
            _ => mark,
        };

    /// <summary>A field's code, up to what it shows (U+0013 code U+0014 result U+0015).</summary>
    [GeneratedRegex("\u0013[^\u0013\u0014\u0015]*\u0014?")]
    private static partial Regex FieldCode();

    /// <summary>The same spelt out, as an editor with field codes shown copies it.</summary>
    [GeneratedRegex(
        """\{ *(?:HYPERLINK|PAGEREF|REF|TOC|SEQ|MERGEFIELD|FORMTEXT)\b[^{}\n]*\} ?|HYPERLINK "[^"\n]*"(?: \\[a-z](?: "[^"\n]*")?)* ?|PAGEREF _\w+(?: \\h)? ?| ?\\\* MERGEFORMAT"""
    )]
    private static partial Regex FieldInWords();

    [GeneratedRegex(@"^([ ]*)([•·▪◦‣●○■\-–*o§Øüqv])\t[ \t]*", RegexOptions.Multiline)]
    private static partial Regex TabbedBullet();
}
