using System.Collections.Immutable;
using AgaBot.Forms.Normalization;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.DocumentImport;

/// <summary>
/// Reads the text into which converters flatten tables: each cell starts on its own line with a tab and continues to the next tab or empty
/// line. The text does not mark the ends of rows, except that the heading of the table of actions names its three columns.
/// </summary>
internal static class FlattenedTableReader
{
    private const int FewestLabels = 2;
    private const int Columns = 3;

    /// <summary>Null if the text is not a flattened table.</summary>
    public static ImmutableArray<DocumentBlock>? Find(ImmutableArray<string> lines)
    {
        if (
            lines.Where(static line => line.StartsWith('\t') && FieldLabels.Find(line) is not null).Take(FewestLabels).Count()
            < FewestLabels
        )
            return null;
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        var cells = new List<List<string>>();
        bool goesOn = false;
        foreach (string line in lines)
        {
            if (line.StartsWith('\t'))
                cells.Add([line[1..].Trim()]);
            else if (UserText.IsBlank(line))
            {
                goesOn = false;
                continue;
            }
            else if (goesOn)
                cells[^1].Add(line.Trim());
            else
            {
                Close(blocks, cells);
                blocks.Add(new DocumentBlock.Paragraph(line.Trim()));
                continue;
            }
            goesOn = true;
        }
        Close(blocks, cells);
        return blocks.DrainToImmutable();
    }

    /// <param name="cells">The lines of each cell.</param>
    private static void Close(ImmutableArray<DocumentBlock>.Builder blocks, List<List<string>> cells)
    {
        if (cells.Count > 0)
            blocks.Add(new DocumentBlock.Table([.. Rows(cells.ConvertAll(static lines => string.Join('\n', lines).Trim()))]));
        cells.Clear();
    }

    private static IEnumerable<DocumentRow> Rows(List<string> cells)
    {
        bool inActions = false;
        int index = 0;
        while (index < cells.Count)
        {
            bool isHead = IsHead(cells, index);
            inActions = isHead || (inActions && !IsField(cells, index));
            int width =
                inActions && index + Columns <= cells.Count ? Columns
                : IsHeadOfList(cells, index) ? 2
                : 1;
            yield return new DocumentRow([.. cells[index..(index + width)].Select(Cell)]);
            index += width;
        }
    }

    private static bool IsHead(List<string> cells, int index) =>
        index + Columns <= cells.Count
        && FieldLabels.Find(cells[index]) == FichaForm.Acciones
        && FieldLabels.Find(cells[index + 1]) is null
        && cells[index..(index + Columns)].TrueForAll(FieldLabels.IsHeadOfActions);

    private static bool IsHeadOfList(List<string> cells, int index) =>
        index == 0 && cells.Count > 1 && FieldLabels.Find(cells[0]) is not null && FieldLabels.IsListHeading(cells[1]);

    /// <summary>An action may be named like a field. It is an action if the next two cells contain dates and nothing else.</summary>
    private static bool IsField(List<string> cells, int index)
    {
        if (FieldLabels.Find(cells[index]) is null)
            return false;
        string[] next = [.. cells.Skip(index + 1).Take(Columns - 1)];
        return next.Length < Columns - 1
            || next.All(static cell => cell.Length == 0)
            || next.Any(static cell => cell.Length > 0 && !ActionLineParser.IsDate(UserText.OnOneLine(cell)));
    }

    private static DocumentCell Cell(string text) => new([.. text.Split('\n').Select(static line => new DocumentBlock.Paragraph(line))]);
}
