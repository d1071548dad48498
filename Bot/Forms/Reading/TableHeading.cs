using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using AgaBot.Forms.Normalization;

namespace AgaBot.Forms.Reading;

/// <summary>The heading row of a pasted table: the names of its columns, in the order of that table.</summary>
internal sealed class TableHeading
{
    private static readonly FrozenSet<string> Numbers = new[]
    {
        "",
        "n",
        "no",
        "nº",
        "n°",
        "nro",
        "num",
        "numero",
        "item",
        "#",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Maximum cells of a heading; a row with more is no heading.</summary>
    private const int MostCells = 50;

    private readonly ImmutableArray<string> cells;

    /// <summary>The index of each of the question's columns; -1 if the heading does not name it.</summary>
    private readonly ImmutableArray<int> places;

    private TableHeading(ImmutableArray<Column> columns, ImmutableArray<string> cells) =>
        (this.cells, places) = (cells, [.. columns.Select(column => Place(column, cells))]);

    /// <summary>Null if the row is not a heading: it must name at least two columns, and every required one.</summary>
    public static TableHeading? Of(Question.Rows table, IReadOnlyList<string> row)
    {
        if (row.Count > MostCells)
            return null;
        Column[] named = [.. table.Columns.Where(column => row.Any(cell => IsOf(column, cell)))];
        return named.Length >= 2 && table.Columns.All(column => !column.Required || named.Contains(column))
            ? new TableHeading(table.Columns, [.. row])
            : null;
    }

    public static bool IsOf(Column column, string words) =>
        column.Headings.Contains(Folding.ToWords(words).Replace(" de ", " ", StringComparison.Ordinal));

    /// <summary>
    /// The cells of a row in the order of the question's columns. A cell of an unknown column is appended to the first cell, with the
    /// column's name.
    /// </summary>
    public ImmutableArray<string> InOrder(IReadOnlyList<string> row)
    {
        string[] ordered = [.. places.Select(place => Cell(row, place))];
        var first = new StringBuilder(ordered[0]);
        for (int index = 0; index < row.Count; index++)
        {
            string name = index < cells.Length ? cells[index] : "";
            if (UserText.IsBlank(row[index]) || places.Contains(index) || IsNumber(name, row[index]))
                continue;
            first.Append(name.Length == 0 ? $" ({row[index]})" : $" ({name}: {row[index]})");
        }
        ordered[0] = first.ToString();
        return [.. ordered];
    }

    private static int Place(Column column, ImmutableArray<string> cells)
    {
        for (int index = 0; index < cells.Length; index++)
        {
            if (IsOf(column, cells[index]))
                return index;
        }
        return -1;
    }

    private static string Cell(IReadOnlyList<string> row, int index) => index >= 0 && index < row.Count ? row[index] : "";

    private static bool IsNumber(string heading, string cell) =>
        Numbers.Contains(Folding.ToPlain(heading).Trim().TrimEnd('.')) && cell.TrimEnd('.', ')').All(char.IsAsciiDigit);
}
