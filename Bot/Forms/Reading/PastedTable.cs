using System.Collections.Immutable;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Normalization;

namespace AgaBot.Forms.Reading;

/// <summary>
/// Parses a pasted table whose cells are separated by tabs, as Word and Excel write them, or by bars. A cell may span several lines. A
/// heading row determines the order of the columns.
/// </summary>
internal static class PastedTable
{
    /// <summary>The rows, each with one text per column in column order; null if the text is not a table.</summary>
    public static ImmutableArray<ImmutableArray<string>>? Read(Question.Rows table, string words, DateOnly today)
    {
        if (Lines(words) is not { Count: > 0 } lines)
            return null;
        List<List<string>> joined = Joined(table, lines);
        bool isWhole = joined.Count > 0 && (TableHeading.Of(table, joined[0]) is not null || IsWholeTable(table, lines, joined, today));
        List<List<string>> rows = isWhole ? joined : LinesWithTheirYears(table, lines, today);

        TableHeading? heading = rows.Count > 0 ? TableHeading.Of(table, rows[0]) : null;
        return
        [
            .. rows.Skip(heading is null ? 0 : 1)
                .Where(row => !row.All(UserText.IsBlank))
                .Select(row =>
                    heading is null ? RowLine.Split(string.Join('\t', WithoutNumber(table, row)), table, today) : heading.InOrder(row)
                )
                .Select(cells => cells.SetItem(0, UserText.WithoutBullet(cells[0]))),
        ];
    }

    /// <summary>The cells of each line; null if nothing separates cells.</summary>
    private static List<List<string>>? Lines(string words)
    {
        if (words.Contains('\t', StringComparison.Ordinal))
            return TabbedCells.Read(words);
        string[] lines = [.. words.Split('\n').Where(line => !UserText.IsBlank(line))];
        return lines.All(line => line.Contains('|', StringComparison.Ordinal))
            ?
            [
                .. lines
                    .Where(line => !IsRule(line))
                    .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries).ToList()),
            ]
            : null;
    }

    /// <summary>The line "|---|:--:|" below the headings.</summary>
    private static bool IsRule(string line) => line.All(mark => mark is '|' or '-' or ':' or '+' or '=' || char.IsWhiteSpace(mark));

    /// <summary>Builds rows by counting cells: a line continues the previous cell until the row is full.</summary>
    private static List<List<string>> Joined(Question.Rows table, List<List<string>> lines)
    {
        int width = TableHeading.Of(table, lines[0]) is null ? table.Columns.Length : lines[0].Count;
        var rows = new List<List<string>>();
        // The pieces of the last cell are joined once, when the next cell begins.
        var pieces = new List<string>();
        foreach (List<string> line in lines)
        {
            if (line is [var only] && UserText.IsBlank(only))
                continue;
            bool goesOn = rows.Count > 0 && (rows[^1].Count < width || (line.Count == 1 && EndsInDate(table, rows[^1], line[0])));
            if (!goesOn)
            {
                Close();
                rows.Add(line is ["", ..] && line.Count <= width ? line[1..] : [.. line]);
                continue;
            }
            pieces.Add(line[0]);
            if (line.Count > 1)
            {
                Close();
                rows[^1].AddRange(line.Skip(1));
            }
        }
        Close();
        return rows;

        void Close()
        {
            if (pieces.Count > 0)
                rows[^1][^1] = string.Join(JointOf(table, rows[^1]), pieces.Prepend(rows[^1][^1])).Trim();
            pieces.Clear();
        }
    }

    /// <summary>One row per line; a year on its own line belongs to the month before it.</summary>
    private static List<List<string>> LinesWithTheirYears(Question.Rows table, List<List<string>> lines, DateOnly today)
    {
        var rows = new List<List<string>>();
        foreach (List<string> line in lines.Where(line => !line.All(UserText.IsBlank)))
        {
            if (
                line is [var only]
                && rows.Count > 0
                && rows[^1].Count == table.Columns.Length
                && EndsInDate(table, rows[^1], only)
                && IsDate(table, $"{rows[^1][^1]} {only}", today)
            )
                GoOn(table, rows[^1], line);
            else
                rows.Add([.. line]);
        }
        return rows;
    }

    private static void GoOn(Question.Rows table, List<string> row, List<string> line)
    {
        row[^1] = $"{row[^1]}{JointOf(table, row)}{line[0]}".Trim();
        row.AddRange(line.Skip(1));
    }

    /// <summary>What joins the lines of the row's last cell: a date has one line.</summary>
    private static char JointOf(Question.Rows table, List<string> row) =>
        row.Count <= table.Columns.Length && table.Columns[row.Count - 1].Kind == ColumnKind.PlanDate ? ' ' : '\n';

    private static bool EndsInDate(Question.Rows table, List<string> row, string words) =>
        row.Count == table.Columns.Length
        && table.Columns[^1].Kind == ColumnKind.PlanDate
        && words.Length > 0
        && words.All(char.IsAsciiDigit);

    /// <summary>True if no single line is a row, and all lines together make complete rows with dates in the date columns.</summary>
    private static bool IsWholeTable(Question.Rows table, List<List<string>> lines, List<List<string>> joined, DateOnly today) =>
        lines.All(line => line.Count < table.Columns.Length)
        && joined.SkipLast(joined.Count > 1 ? 1 : 0).All(row => row.Count == table.Columns.Length)
        && joined.All(row => ReadsAsDates(table, row, today));

    private static bool ReadsAsDates(Question.Rows table, List<string> row, DateOnly today) =>
        row.Count <= table.Columns.Length
        && Enumerable
            .Range(0, row.Count)
            .All(index => table.Columns[index].Kind != ColumnKind.PlanDate || IsDate(table, row[index], today));

    private static bool IsDate(Question.Rows table, string words, DateOnly today) =>
        UserText.IsBlank(words) || PlanDateParser.Parse(words, today, table.Plan).Precision != DatePrecision.Words;

    /// <summary>Drops the cell of a row that contains only the row's number.</summary>
    private static List<string> WithoutNumber(Question.Rows table, List<string> row) =>
        row.Count > table.Columns.Length && row[0].TrimEnd('.', ')') is { Length: > 0 and < 4 } number && number.All(char.IsAsciiDigit)
            ? row[1..]
            : row;
}
