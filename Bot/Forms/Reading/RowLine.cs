using System.Collections.Immutable;
using AgaBot.Forms.Budgets;
using AgaBot.Forms.Dates;

namespace AgaBot.Forms.Reading;

/// <summary>Splits a typed or pasted line into the cells of a row.</summary>
internal static class RowLine
{
    /// <summary>One text per column. Missing cells at the end are empty; excess cells are joined to the first.</summary>
    public static ImmutableArray<string> Split(string line, Question.Rows table, DateOnly today)
    {
        ReadingBudget.Spend(line.Length);
        ImmutableArray<Column> columns = table.Columns;
        if (
            columns is [_, { Kind: ColumnKind.PlanDate }, { Kind: ColumnKind.PlanDate }]
            && line.AsSpan().IndexOfAny(';', '\t') < 0
            && SpokenRange.Find(line, today, table.Plan) is { } said
        )
            return [said.Before, said.Start, said.End];
        char separator = line.Contains('\t', StringComparison.Ordinal) ? '\t' : ';';
        string[] parts = line.Split(separator, StringSplitOptions.TrimEntries);
        int count = parts.Length;
        while (count > columns.Length && parts[count - 1].Length == 0)
            count--;
        parts = parts[..count];
        int first = parts.Length > columns.Length ? parts.Length - LastCells(parts, table, today) : 1;

        string[] cells = [FirstCell(line, separator, first), .. parts[first..]];
        return [.. columns.Select((_, index) => index < cells.Length ? cells[index] : "")];
    }

    /// <summary>
    /// Number of parts at the end of a line that are separate cells, if the line has too many parts. An action may contain a semicolon, so
    /// if the other columns hold dates, only a part that parses as a date is a cell.
    /// </summary>
    private static int LastCells(string[] parts, Question.Rows table, DateOnly today)
    {
        int others = table.Columns.Length - 1;
        if (table.Columns.Skip(1).Any(column => column.Kind != ColumnKind.PlanDate))
            return others;
        int dates = 0;
        while (dates < others && IsDate(parts[^(dates + 1)], table, today))
            dates++;
        return dates;
    }

    private static bool IsDate(string words, Question.Rows table, DateOnly today) =>
        words.Length == 0 || PlanDateParser.Parse(words, today, table.Plan).Precision != DatePrecision.Words;

    /// <summary>The line up to its nth separator, unchanged.</summary>
    private static string FirstCell(string line, char separator, int parts)
    {
        int end = -1;
        for (int part = 0; part < parts && end < line.Length; part++)
        {
            int next = line.IndexOf(separator, end + 1);
            end = next < 0 ? line.Length : next;
        }
        return line[..end].Trim();
    }
}
