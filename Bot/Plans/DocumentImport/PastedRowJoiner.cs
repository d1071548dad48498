using System.Collections.Immutable;

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
        string? open = null;
        foreach (string line in lines)
        {
            string whole = open is null ? line : $"{open}\n{line}";
            bool isOpen = HasTab(whole) && whole.Count('"') % 2 == 1;
            open = isOpen ? whole : null;
            if (!isOpen)
                joined.Add(
                    HasTab(whole) && whole.Contains('"', StringComparison.Ordinal)
                        ? string.Join('\t', whole.Split('\t').Select(Bare))
                        : whole
                );
        }
        // A quote without an end does not come from a spreadsheet.
        if (open is not null)
            joined.AddRange(open.Split('\n'));
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
        string row = "";
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
            if (row.Length > 0 && (row.Count('\t') < ActionTabs || IsYear(line)) && LabelledLine.Read(line) is null)
            {
                row += row.EndsWith('\t') ? line : $" {line.TrimStart()}";
                continue;
            }
            if (row.Length > 0)
                yield return row;
            row = "";
            if (HasTab(line) && !IsField(line))
                row = line;
            else
            {
                inActions = !IsField(line);
                yield return line;
            }
        }
        if (row.Length > 0)
            yield return row;
    }

    /// <summary>An action may be named like a field, but the row of a field has only one tab.</summary>
    private static bool IsField(string line) => line.Count('\t') < ActionTabs && LabelledLine.Read(line) is not null;

    private static bool IsYear(string line) => line.Trim() is { Length: 4 } year && year.All(char.IsAsciiDigit);

    private static bool HasTab(string line) => line.Contains('\t', StringComparison.Ordinal);
}
