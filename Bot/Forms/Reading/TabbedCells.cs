using System.Text;
using AgaBot.Forms.Budgets;

namespace AgaBot.Forms.Reading;

/// <summary>
/// Splits lines into cells at tabs. A spreadsheet quotes a cell that contains a line break, a tab or a quote, and doubles the quotes in it;
/// other quotes belong to the text.
/// </summary>
internal static class TabbedCells
{
    public static List<List<string>> Read(string words)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        int at = 0;
        while (at <= words.Length)
        {
            (string cell, int end) = Quoted(words, at) ?? Plain(words, at);
            ReadingBudget.Spend(1 + end - at);
            line.Add(cell);
            if (end == words.Length || words[end] == '\n')
            {
                lines.Add(line);
                line = [];
            }
            at = end + 1;
        }
        return lines;
    }

    private static (string Cell, int End) Plain(string words, int start)
    {
        int end = words.AsSpan(start).IndexOfAny('\t', '\n') is var found and >= 0 ? start + found : words.Length;
        return (words[start..end].Trim(), end);
    }

    private static (string Cell, int End)? Quoted(string words, int start)
    {
        if (start >= words.Length || words[start] != '"')
            return null;
        var cell = new StringBuilder();
        bool needed = false;
        for (int index = start + 1; index < words.Length; index++)
        {
            ReadingBudget.Spend(1);
            char mark = words[index];
            bool doubled = mark == '"' && index + 1 < words.Length && words[index + 1] == '"';
            if (mark == '"' && !doubled)
                return needed && (index + 1 == words.Length || words[index + 1] is '\t' or '\n')
                    ? (cell.ToString().Trim(), index + 1)
                    : null;
            needed |= doubled || mark is '\t' or '\n';
            cell.Append(mark);
            if (doubled)
                index++;
        }
        return null;
    }
}
