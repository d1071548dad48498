using System.Collections.Immutable;
using AgaBot.Forms;

namespace AgaBot.Plans.Paper;

/// <summary>
/// Finds the form's fields in a document: a label in a cell with its answer beside or below it, or <c>label: answer</c> in a paragraph.
/// </summary>
internal sealed class PaperReader
{
    private static readonly string[] Order =
    [
        FichaForm.Componente, FichaForm.Propuesta, FichaForm.Problema, FichaForm.Objetivo,
        FichaForm.Responsable, FichaForm.Corresponsables, FichaForm.Acciones, FichaForm.Cumplimiento,
    ];

    private const int ActionColumns = 3;

    private readonly Dictionary<string, List<string>> texts = new(StringComparer.Ordinal);
    private readonly List<ImmutableArray<string>> actions = [];
    private readonly List<string> others = [];
    private string? at;
    private int proposals;

    private PaperReader() { }

    public static PaperReading Read(ImmutableArray<PaperBlock> blocks)
    {
        var reader = new PaperReader();
        reader.ReadBlocks(blocks);
        return reader.proposals > 1 ? new PaperReading.Several(reader.proposals)
            : reader.Finish() is { Answers: [_, ..] } ficha ? new PaperReading.Read(ficha)
            : new PaperReading.NoFicha();
    }

    private void ReadBlocks(ImmutableArray<PaperBlock> blocks)
    {
        foreach (PaperBlock block in blocks)
        {
            if (block is PaperBlock.Table table)
                ReadTable(table);
            else if (block is PaperBlock.Paragraph paragraph)
                ReadParagraph(paragraph.Text);
        }
    }

    private void ReadTable(PaperBlock.Table table)
    {
        string? outside = at;
        foreach (PaperRow row in table.Rows)
            ReadRow(row);
        // What follows a table is no answer of its last row.
        at = outside;
    }

    private void ReadRow(PaperRow row)
    {
        PaperCell[] cells = [.. row.Cells.Where(static cell => cell.Blocks.Any(static block => block is PaperBlock.Table || !IsEmpty(block)))];
        if (cells.Length == 0)
            return;
        if (PaperLabels.IsHeadOfActions(row))
            at = FichaForm.Acciones;
        // Before the labels: an action may be called as a field is.
        else if (at == FichaForm.Acciones && row.Cells.Length >= ActionColumns)
            TakeAction(row);
        else if (PaperLabels.Find(cells[0].Text) is { } label)
        {
            GoTo(label);
            // A cell may hold its label and, below it, the answer: that of the actions does.
            ReadTablesOf(cells[0]);
            foreach (PaperCell cell in cells[1..])
                TakeCell(cell);
        }
        else
        {
            foreach (PaperCell cell in cells)
                ReadBlocks(cell.Blocks);
        }
    }

    private void ReadTablesOf(PaperCell cell)
    {
        foreach (PaperBlock.Table table in cell.Blocks.OfType<PaperBlock.Table>())
            ReadTable(table);
    }

    private void TakeCell(PaperCell cell)
    {
        ReadTablesOf(cell);
        Take(cell.Text);
    }

    private void ReadParagraph(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (PaperLabels.Find(text) is { } label)
            GoTo(label);
        else if (colon > 0 && PaperLabels.Find(text[..colon]) is { } named)
        {
            GoTo(named);
            Take(text[(colon + 1)..]);
            // Only these two never go on in the next paragraph.
            if (named is FichaForm.Componente or FichaForm.Cumplimiento)
                at = null;
        }
        else
            Take(text);
    }

    private void GoTo(string question)
    {
        at = question;
        if (question == FichaForm.Propuesta)
            proposals++;
    }

    private void Take(string text)
    {
        string words = WrittenText.Clean(text);
        if (WrittenText.IsBlank(words) || PaperLabels.IsTitle(words))
            return;
        if (at is null)
            others.Add(words);
        else if (at == FichaForm.Acciones)
            actions.AddRange(words.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ActionIn));
        else if (texts.TryGetValue(at, out List<string>? lines))
            lines.Add(words);
        else
            texts[at] = [words];
    }

    /// <summary>A row of the form's table: the date of a narrow column stands on two lines.</summary>
    private void TakeAction(PaperRow row)
    {
        string[] cells = [.. row.Cells.Select(static cell => cell.Text)];
        string first = string.Join('\n', cells[0].Split('\n').Select(WrittenText.WithoutBullet).Where(static line => line.Length > 0));
        if (first.Length > 0)
            actions.Add([first, .. cells[1..].Select(WrittenText.OnOneLine)]);
        else
            others.AddRange(cells.Where(static cell => cell.Length > 0));
    }

    /// <summary><c>acción; inicio; fin</c>, as it is typed where there is no table.</summary>
    private static ImmutableArray<string> ActionIn(string line) =>
        [.. WrittenText.WithoutBullet(line).Split(line.Contains('\t', StringComparison.Ordinal) ? '\t' : ';', StringSplitOptions.TrimEntries)];

    private PaperFicha Finish()
    {
        WrittenAnswer[] answers =
        [
            .. Order.Where(IsAnswered).Select(id => id == FichaForm.Acciones
                ? new WrittenAnswer(id, "", [.. actions])
                : new WrittenAnswer(id, Joined(texts[id]), [])),
        ];
        // A heading that says an answer once more is not something that was left out.
        string said = string.Join('\n', answers.Select(static answer => Folding.ToWords(answer.Text)));
        return new PaperFicha([.. answers], [.. others.Where(line => !IsSaid(said, line))]);
    }

    private bool IsAnswered(string id) => id == FichaForm.Acciones ? actions.Count > 0 : texts.ContainsKey(id);

    /// <summary>The same twice, as a heading and in the form, is one answer.</summary>
    private static string Joined(List<string> pieces) =>
        string.Join('\n', pieces.DistinctBy(Folding.ToWords, StringComparer.Ordinal));

    private static bool IsSaid(string said, string line)
    {
        string words = Folding.ToWords(line).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Trim();
        return words.Length == 0 || said.Contains(words, StringComparison.Ordinal);
    }

    private static bool IsEmpty(PaperBlock block) => block is PaperBlock.Paragraph { Text: var text } && WrittenText.IsBlank(text);
}
