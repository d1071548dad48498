using System.Collections.Immutable;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Normalization;

namespace AgaBot.Forms.Reading;

/// <summary>Parses table rows: typed as <c>acción; inicio; fin</c>, pasted as a table, or cell by cell from a card.</summary>
internal static class RowsReader
{
    /// <summary>Input that clears a cell, since an empty cell leaves it unchanged.</summary>
    private const string Nothing = "-";

    /// <summary>Maximum lines of one row of a table: a narrow column breaks its cells.</summary>
    private const int MostLinesOfRow = 20;

    /// <summary>Maximum UTF-16 code units of the blanks and rules around those of <see cref="Question.Rows.MaxLength"/>.</summary>
    private const int MostAround = 32_000;

    /// <summary>Parses one row per line. One invalid line refuses the whole message, so that it can be sent again.</summary>
    public static ParseResult ReadLines(Question.Rows table, string words, DateOnly today)
    {
        // Checked before any cell is compared with a heading or a date.
        if (words.Length > Question.Rows.MaxLength + MostAround)
            return new ParseResult.Unclear(new Problem.TooLong(words.Length, Question.Rows.MaxLength));
        if (words.AsSpan().Count('\n') is var lines && lines >= table.MaxRows * MostLinesOfRow)
            return new ParseResult.Unclear(new Problem.TooMany(lines + 1, table.MaxRows));

        ImmutableArray<ImmutableArray<string>> written;
        if (PastedTable.Read(table, words, today) is { } pasted)
            written = pasted;
        else
        {
            string[] typed = TypedLines(table, words);
            if (typed.Length > table.MaxRows)
                return new ParseResult.Unclear(new Problem.TooMany(typed.Length, table.MaxRows));
            written = [.. typed.Select(line => RowLine.Split(line, table, today))];
        }
        // Headings without rows.
        if (written.IsEmpty)
            return words.Any(char.IsLetter)
                ? new ParseResult.Unclear(new Problem.RowIncomplete(2, table.Columns[0].Id))
                : new ParseResult.Blank();
        if (written.Length > table.MaxRows)
            return new ParseResult.Unclear(new Problem.TooMany(written.Length, table.MaxRows));

        var rows = ImmutableArray.CreateBuilder<Row>(written.Length);
        foreach (ImmutableArray<string> line in written)
        {
            ImmutableArray<string> cells = [.. line.Select(BidiControls.Close)];
            if (Fault(table, cells, rows.Count + 1) is { } fault)
                return new ParseResult.Unclear(fault);
            rows.Add(RowOf(table, cells, today));
        }
        return new ParseResult.Understood(new Answer.Rows(rows.MoveToImmutable()));
    }

    /// <summary>
    /// Parses the replacement of a row. In a single line an empty cell keeps the former cell and a dash clears it; "fin: julio 2017"
    /// changes that cell alone.
    /// </summary>
    public static ParseResult ReadChange(Question.Rows table, Row former, string text, DateOnly today)
    {
        string words = UserText.Clean(text);
        if (UserText.IsBlank(words) || words.AsSpan().IndexOfAny('\n', '\t') >= 0)
            return ReadLines(table, words, today);
        if (OneCell(table, words, today) is { } named)
            return ReadCells(
                table,
                [.. former.Cells.Select((cell, index) => index == named.Index ? WithoutDash(named.Words) : cell.Words)],
                today
            );

        ImmutableArray<string> cells = RowLine.Split(UserText.WithoutBullet(words), table, today);
        return
            table.Columns.Count(static column => column.Kind == ColumnKind.PlanDate) > 1
            && !words.Contains(';', StringComparison.Ordinal)
            && IsDate(table, words, today)
            ? new ParseResult.Unclear(new Problem.WhichDate(words))
            : ReadCells(
                table,
                [.. cells.Select((cell, index) => UserText.IsBlank(cell) ? former.Cells[index].Words : WithoutDash(cell))],
                today
            );
    }

    /// <summary>Parses one row whose cells are already separated.</summary>
    public static ParseResult ReadCells(Question.Rows table, ImmutableArray<string> written, DateOnly today)
    {
        ImmutableArray<string> cells =
        [
            .. table.Columns.Select((_, index) => index < written.Length ? UserText.Clean(written[index]) : ""),
        ];
        if (cells.All(UserText.IsBlank))
            return new ParseResult.Blank();
        return Fault(table, cells, 1) is { } fault
            ? new ParseResult.Unclear(fault)
            : new ParseResult.Understood(new Answer.Rows([RowOf(table, cells, today)]));
    }

    private static string[] TypedLines(Question.Rows table, string words)
    {
        string[] lines = [.. words.Split('\n').Select(UserText.WithoutBullet).Where(line => !UserText.IsBlank(line))];
        bool hasHeading = lines.Length > 0 && IsHeading(table, lines[0]);
        return UserText.WithoutNumbers(hasHeading ? lines[1..] : lines);
    }

    private static bool IsHeading(Question.Rows table, string line) =>
        TableHeading.Of(table, line.Split(';', StringSplitOptions.TrimEntries)) is not null;

    /// <summary>"Fin: julio 2017"; the colon is optional before a date.</summary>
    private static (int Index, string Words)? OneCell(Question.Rows table, string words, DateOnly today)
    {
        if (words.Contains(';', StringComparison.Ordinal))
            return null;
        int colon = words.IndexOf(':', StringComparison.Ordinal);
        for (int index = 0; index < table.Columns.Length; index++)
        {
            Column column = table.Columns[index];
            if (colon > 0 && TableHeading.IsOf(column, words[..colon]) && !UserText.IsBlank(words[(colon + 1)..]))
                return (index, words[(colon + 1)..].Trim());
            int space = words.IndexOf(' ', StringComparison.Ordinal);
            if (
                column.Kind == ColumnKind.PlanDate
                && space > 0
                && TableHeading.IsOf(column, words[..space])
                && IsDate(table, words[(space + 1)..], today)
            )
                return (index, words[(space + 1)..].Trim());
        }
        return null;
    }

    private static bool IsDate(Question.Rows table, string words, DateOnly today) =>
        PlanDateParser.Parse(words, today, table.Plan).Precision != DatePrecision.Words;

    private static string WithoutDash(string cell) => cell == Nothing ? "" : cell;

    private static Problem? Fault(Question.Rows table, ImmutableArray<string> cells, int number)
    {
        foreach ((Column column, string cell) in table.Columns.Zip(cells))
        {
            int max = column.Kind == ColumnKind.PlanDate ? PlanDateParser.MaxLength : Question.Text.DefaultMaxLength;
            if (cell.Length > max)
                return new Problem.TooLong(cell.Length, max);
            if (column.Required && UserText.IsBlank(cell))
                return new Problem.RowIncomplete(number, column.Id);
        }
        return null;
    }

    /// <summary>Two dates that follow each other are the start and the end of the row.</summary>
    private static Row RowOf(Question.Rows table, ImmutableArray<string> written, DateOnly today)
    {
        ImmutableArray<string> words = [.. written.Select(static cell => UserText.IsBlank(cell) ? "" : cell)];
        var cells = ImmutableArray.CreateBuilder<Cell>(words.Length);
        while (cells.Count < words.Length)
        {
            int index = cells.Count;
            if (IsDated(index) && IsDated(index + 1))
            {
                (PlanDate start, PlanDate end) = PlanDateParser.ParseBoth(words[index], words[index + 1], today, table.Plan);
                cells.AddRange(new Cell(words[index], start), new Cell(words[index + 1], end));
            }
            else
            {
                cells.Add(new Cell(words[index], IsDated(index) ? PlanDateParser.Parse(words[index], today, table.Plan) : null));
            }
        }
        return new Row(cells.MoveToImmutable());

        bool IsDated(int index) => index < words.Length && table.Columns[index].Kind == ColumnKind.PlanDate && words[index].Length > 0;
    }
}
