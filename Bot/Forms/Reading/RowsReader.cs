using System.Collections.Immutable;

namespace AgaBot.Forms;

/// <summary>Reads rows of a table: typed as <c>acción; inicio; fin</c>, pasted with tabs, or cell by cell from a card.</summary>
internal static class RowsReader
{
    /// <summary>Reads one row a line. A line that does not make a row refuses the message, so that it can be sent again whole.</summary>
    public static Reading ReadLines(Question.Rows table, string words, DateOnly today)
    {
        string[] lines = [.. words.Split('\n').Select(WrittenText.WithoutBullet).Where(line => !WrittenText.IsBlank(line))];
        if (lines.Length == 0)
            return new Reading.Blank();
        if (lines.Length > table.MaxRows)
            return new Reading.Unclear(new Problem.TooMany(lines.Length, table.MaxRows));

        var rows = ImmutableArray.CreateBuilder<Row>(lines.Length);
        for (int index = 0; index < lines.Length; index++)
        {
            ImmutableArray<string> cells = [.. RowLine.Split(lines[index], table, today).Select(Directions.Close)];
            if (Fault(table, cells, index + 1) is { } fault)
                return new Reading.Unclear(fault);
            rows.Add(RowOf(table, cells, today));
        }
        return new Reading.Understood(new Answer.Rows(rows.MoveToImmutable()));
    }

    /// <summary>Reads one row whose cells are known to be cells, word for word.</summary>
    public static Reading ReadCells(Question.Rows table, ImmutableArray<string> written, DateOnly today)
    {
        ImmutableArray<string> cells = [.. table.Columns.Select((_, index) => index < written.Length ? WrittenText.Clean(written[index]) : "")];
        if (cells.All(WrittenText.IsBlank))
            return new Reading.Blank();
        return Fault(table, cells, 1) is { } fault
            ? new Reading.Unclear(fault)
            : new Reading.Understood(new Answer.Rows([RowOf(table, cells, today)]));
    }

    private static Problem? Fault(Question.Rows table, ImmutableArray<string> cells, int number)
    {
        foreach ((Column column, string cell) in table.Columns.Zip(cells))
        {
            int max = column.Kind == ColumnKind.PlanDate ? PlanDateParser.MaxLength : Question.Text.DefaultMaxLength;
            if (cell.Length > max)
                return new Problem.TooLong(cell.Length, max);
            if (column.Required && WrittenText.IsBlank(cell))
                return new Problem.RowIncomplete(number, column.Id);
        }
        return null;
    }

    private static Row RowOf(Question.Rows table, ImmutableArray<string> cells, DateOnly today) => new(
        [.. table.Columns.Zip(cells, (column, cell) => CellOf(column, WrittenText.IsBlank(cell) ? "" : cell, today, table.Plan))]);

    private static Cell CellOf(Column column, string words, DateOnly today, PlanPeriod? plan) => column.Kind == ColumnKind.PlanDate && words.Length > 0
        ? new Cell(words, PlanDateParser.Parse(words, today, plan))
        : new Cell(words);
}
