using System.Buffers;
using System.Text;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>
/// Makes people's words show as they typed them in a card's text, which renderers read as Markdown: <c>*</c>, <c>_</c>, a link, a list,
/// a heading. The only place where that is done; what an input holds stays raw.
/// </summary>
/// <remarks>
/// A backslash before a punctuation mark is CommonMark's own escape. A hyphen, a plus and a number are escaped only where they would
/// open a list, so that a renderer without escapes shows as few backslashes as can be. Two spaces before a line break keep it.
/// </remarks>
internal static class PlainInCards
{
    private const string Always = "\\`*_[]<>#~|\"&$";

    private static readonly SearchValues<char> Marks = SearchValues.Create(Always);

    private static readonly SearchValues<char> MarksAndBreaks = SearchValues.Create(Always + "\n");

    /// <summary>The text itself where nothing in it is read as Markdown, as nearly always.</summary>
    public static string Escape(string text)
    {
        if (
            text.AsSpan().IndexOfAny(MarksAndBreaks) < 0
            && ListMark(text) < 0
            && !text.Contains("--", StringComparison.Ordinal)
            && text.AsSpan().Trim().Length == text.Length
        )
            return text;
        var plain = new StringBuilder(text.Length + 16);
        foreach (string line in text.Split('\n'))
        {
            if (plain.Length > 0)
                plain.Append("  \n");
            AppendLine(plain, line.TrimEnd());
        }
        return plain.ToString();
    }

    private static void AppendLine(StringBuilder plain, string line)
    {
        string content = line.TrimStart();
        int mark = ListMark(content);
        for (int index = 0; index < content.Length; index++)
        {
            if (index == mark || Marks.Contains(content[index]) || IsDash(content, index))
                plain.Append('\\');
            plain.Append(content[index]);
        }
    }

    /// <summary>Where the mark stands that would make the line an entry of a list, a heading's underline or a rule; -1 where there is none.</summary>
    private static int ListMark(string line)
    {
        if (line.Length > 0 && line[0] is ('-' or '+' or '='))
            return 0;
        int digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits > 0 && digits < line.Length && line[digits] is ('.' or ')') ? digits : -1;
    }

    /// <summary>Two hyphens would become a dash.</summary>
    private static bool IsDash(string line, int index) => index > 0 && line[index] == '-' && line[index - 1] == '-';
}
