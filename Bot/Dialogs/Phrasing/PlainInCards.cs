using System.Buffers;
using System.Text;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>
/// Escapes people's words for a card's text, which renderers read as Markdown: <c>*</c>, <c>_</c>, a link, a list, a heading. Addresses are
/// kept from becoming links (<see cref="DeadLinks"/>). All escaping happens here; the values of inputs stay raw.
/// </summary>
/// <remarks>
/// A backslash before a punctuation mark is the escape of CommonMark. A hyphen, a plus and a number are escaped only where they would open
/// a list, so that a renderer without escapes shows few backslashes. Two spaces before a line break keep the break.
/// </remarks>
internal static class PlainInCards
{
    private const string Always = "\\`*_[]<>#~|\"&$";

    private static readonly SearchValues<char> Marks = SearchValues.Create(Always);

    private static readonly SearchValues<char> MarksAndBreaks = SearchValues.Create(Always + "\n");

    /// <summary>Returns the same text if nothing in it is Markdown, which is the usual case.</summary>
    public static string Escape(string text)
    {
        text = DeadLinks.In(text);
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

    /// <summary>Index of the mark that would make the line a list item, a heading underline or a rule; -1 if there is none.</summary>
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
