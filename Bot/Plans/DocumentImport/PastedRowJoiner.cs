using System.Collections.Immutable;
using System.Text;
using AgaBot.Forms.Budgets;

namespace AgaBot.Plans.DocumentImport;

/// <summary>Joins cells that a paste split into several lines: quoted cells of a spreadsheet, and rows of the table of actions.</summary>
internal static class PastedRowJoiner
{
    private const int ActionTabs = 2;

    public static IEnumerable<string> Join(ImmutableArray<string> lines) => JoinActions(Unquote(lines));

    /// <summary>A spreadsheet quotes a cell of several lines and doubles the quotes in it.</summary>
    private static List<string> Unquote(ImmutableArray<string> lines)
    {
        var joined = new List<string>(lines.Length);
        var open = new List<string>();
        bool hasTab = false;
        int quotes = 0;
        foreach (string line in lines)
        {
            ReadingBudget.Spend(1 + line.Length);
            open.Add(line);
            hasTab |= HasTab(line);
            quotes += line.Count('"');
            if (hasTab && quotes % 2 == 1)
                continue;
            string whole = open.Count == 1 ? line : string.Join('\n', open);
            joined.Add(hasTab && quotes > 0 ? string.Join('\t', whole.Split('\t').Select(Bare)) : whole);
            open.Clear();
            (hasTab, quotes) = (false, 0);
        }
        // A quote without an end does not come from a spreadsheet.
        joined.AddRange(open);
        return joined;
    }

    private static string Bare(string cell) =>
        cell.Length > 1 && cell[0] == '"' && cell[^1] == '"' ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    /// <summary>
    /// In a narrow column of a document the year is on the next line: a row ends after its second tab and the rest of its date.
    /// </summary>
    private static IEnumerable<string> JoinActions(List<string> lines)
    {
        bool inActions = false;
        var row = new StringBuilder();
        int tabs = 0;
        foreach (string line in lines)
        {
            bool isHead =
                line.Count('\t') >= ActionTabs
                && line.Split('\t').All(static cell => cell.Length == 0 || FieldLabels.IsHeadOfActions(cell));
            if (!inActions || isHead)
            {
                inActions |= isHead;
                yield return line;
                continue;
            }
            if (row.Length > 0 && (tabs < ActionTabs || IsYear(line)) && LabelledLine.Read(line) is null)
            {
                string more = row[^1] == '\t' ? line : $" {line.TrimStart()}";
                row.Append(more);
                tabs += more.Count('\t');
                continue;
            }
            if (row.Length > 0)
                yield return row.ToString();
            row.Clear();
            if (HasTab(line) && !IsField(line))
            {
                row.Append(line);
                tabs = line.Count('\t');
            }
            else
            {
                inActions = !IsField(line);
                yield return line;
            }
        }
        if (row.Length > 0)
            yield return row.ToString();
    }

    /// <summary>An action may be named like a field, but the row of a field has only one tab.</summary>
    private static bool IsField(string line) => line.Count('\t') < ActionTabs && LabelledLine.Read(line) is not null;

    private static bool IsYear(string line) => line.Trim() is { Length: 4 } year && year.All(char.IsAsciiDigit);

    private static bool HasTab(string line) => line.Contains('\t', StringComparison.Ordinal);
}
