using System.Collections.Immutable;
using AgaBot.Forms;

namespace AgaBot.Plans.Paper;

/// <summary>
/// Finds the form's fields in a document: a label in a cell with its answer beside or below it, or <c>label: answer</c> in a paragraph.
/// A label that was answered already begins the next ficha. Where the forms are tables, what stands between them is prose: of it only
/// the headings are read.
/// </summary>
internal sealed class PaperReader
{
    private const int ActionColumns = 3;

    /// <summary>Labels of one form in one table: with fewer it is some other table.</summary>
    private const int FewestLabels = 2;

    private readonly List<PaperGathering> fichas = [];
    private readonly List<string> others = [];
    private readonly bool hasForms;
    private PaperGathering? current;
    private string? at;
    private int sinceForm;
    private bool amongAportes;
    private bool inTable;

    private readonly PlanLabels own;

    private PaperReader(bool hasForms, PlanLabels own) => (this.hasForms, this.own) = (hasForms, own);

    /// <summary>Null where no ficha was found.</summary>
    public static PaperDocument? Read(ImmutableArray<PaperBlock> blocks, PaperSource source, PlanLabels own)
    {
        var reader = new PaperReader(HasForm(blocks), own);
        reader.ReadBlocks(blocks);
        return reader.Finish(source);
    }

    /// <summary>Whether a table is the form, filled in or not.</summary>
    public static bool HasForm(ImmutableArray<PaperBlock> blocks) => blocks.OfType<PaperBlock.Table>().Any(IsForm);

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
        (string? outside, bool was) = (at, inTable);
        if (!inTable)
        {
            at = null;
            // A form of the same labels is another ficha, also where the one before left them empty.
            if (current is { HasOnlyItsComponent: false } && LabelsOf(table).Count(current.Labelled.Contains) >= FewestLabels)
                current = null;
        }
        inTable = true;
        if (PaperLabels.IsHeadOfList(table))
            others.AddRange(LinesOf(table));
        else
        {
            foreach (PaperRow row in table.Rows)
                ReadRow(row);
        }
        inTable = was;
        // What follows a table is no answer of its last row.
        at = was ? outside : null;
    }

    private void ReadRow(PaperRow row)
    {
        PaperCell[] cells =
        [
            .. row.Cells.Where(static cell => cell.Blocks.Any(static block => block is PaperBlock.Table || !IsEmpty(block))),
        ];
        if (cells.Length == 0)
            return;
        if (PaperLabels.IsHeadOfActions(row))
            GoTo(FichaForm.Acciones);
        // Before the labels: an action may be called as a field is.
        else if (at == FichaForm.Acciones && row.Cells.Length >= ActionColumns)
            TakeAction(row);
        else if (PaperLabels.Find(cells[0].Text, own) is { } label)
        {
            GoTo(label);
            // A cell may hold its label and, below it, the answer: that of the actions does.
            ReadTablesOf(cells[0]);
            foreach (PaperCell cell in cells[1..])
                TakeCell(cell);
        }
        else if (
            at is null
            && cells.All(static cell => cell.Blocks.All(static block => block is PaperBlock.Paragraph))
            && !cells.Any(HasLabel)
        )
            Take(string.Join(" | ", cells.Select(static cell => WrittenText.OnOneLine(cell.Text))));
        else
        {
            foreach (PaperCell cell in cells)
            {
                if (HasLabel(cell))
                    ReadBlocks(cell.Blocks);
                else
                    TakeCell(cell);
            }
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
        string[] lines = text.Split('\n');
        if (lines.Skip(1).Any(line => PaperLine.Read(line, own) is not null))
        {
            foreach (string line in lines)
                ReadLine(line);
        }
        else
            ReadLine(text);
    }

    private void ReadLine(string text)
    {
        if (PaperLine.Read(text, own) is not { } line)
        {
            if (!inTable)
                ReadHeading(text);
            Take(text);
        }
        else if (
            at == FichaForm.Acciones
            && line.QuestionId != FichaForm.Cumplimiento
            && !own.Ids.Contains(line.QuestionId)
            && PaperActions.IsDated(text)
        )
            Take(text);
        else if (hasForms && !inTable && !(line.QuestionId == FichaForm.Componente && line.Rest.Length > 0))
        {
            at = null;
            ReadHeading(text);
            Take(text);
        }
        else
        {
            GoTo(line.QuestionId);
            Take(line.Rest);
        }
    }

    /// <summary>Where the forms are not tables, a form's own heading begins the next.</summary>
    private void ReadHeading(string text)
    {
        amongAportes = PaperLabels.SaysAportes(text) ?? amongAportes;
        if (PaperLabels.IsTitle(text) && current is { HasOnlyItsComponent: false })
            (current, at) = (null, null);
    }

    private void GoTo(string question)
    {
        at = question;
        bool isHeading = hasForms && !inTable;
        if (current is null || BeginsAnother(current, question, isHeading))
        {
            current = new PaperGathering { AmongAportes = amongAportes };
            fichas.Add(current);
        }
        if (question == FichaForm.Componente)
            amongAportes = false;
        if (!isHeading && sinceForm < others.Count && current.TakeTitle(others[^1]))
            others.RemoveAt(others.Count - 1);
        current.Name(question);
        sinceForm = others.Count;
    }

    private static bool BeginsAnother(PaperGathering ficha, string question, bool isHeading) =>
        question switch
        {
            FichaForm.Componente => !ficha.HasOnlyItsComponent && (isHeading || ficha.HasAnswer(question)),
            // The head of the table of actions says the label of its row once more.
            FichaForm.Acciones => false,
            _ => ficha.HasAnswer(question),
        };

    private void Take(string text)
    {
        string words = PaperLabels.WithoutFormsNote(WrittenText.Clean(text));
        if (WrittenText.IsBlank(words) || PaperLabels.IsTitle(words) || PaperLabels.IsNoAnswer(words))
            return;
        if (at is null || current is null)
            others.Add(words);
        else if (at == FichaForm.Acciones)
            TakeActions(words, current);
        else if (WrittenText.WithoutBullet(words).Length > 0)
        {
            current.Add(at, WithoutEmptyBullets(words));
            // Only these two never go on in the next paragraph.
            if (at is FichaForm.Componente or FichaForm.Cumplimiento)
                at = null;
        }
    }

    private static void TakeActions(string words, PaperGathering ficha)
    {
        foreach (string line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (PaperActions.DateIn(line) is { } date && ficha.DateLastAction(date.Column, date.Words))
                continue;
            if (PaperActions.Read(line) is { } cells)
                ficha.AddAction(cells);
        }
    }

    /// <summary>A row of the form's table: the date of a narrow column stands on two lines.</summary>
    private void TakeAction(PaperRow row)
    {
        string[] cells = [.. row.Cells.Select(static cell => cell.Text)];
        string first = string.Join('\n', cells[0].Split('\n').Select(WrittenText.WithoutBullet).Where(static line => line.Length > 0));
        if (first.Length > 0 && current is not null)
            current.AddAction([first, .. cells[1..].Select(WrittenText.OnOneLine)]);
        else
            others.AddRange(cells.Where(static cell => cell.Length > 0));
    }

    private PaperDocument? Finish(PaperSource source)
    {
        PaperFicha[] found = [.. fichas.Select(ficha => ficha.Finish(source, own.Ids)).OfType<PaperFicha>()];
        if (found.Length == 0)
            return null;
        // A heading that says an answer once more is not something that was left out.
        string said = string.Join(
            '\n',
            found.SelectMany(static ficha => ficha.Answers).Select(static answer => Folding.ToWords(answer.Text))
        );
        return new PaperDocument([.. found], [.. others.Where(line => !IsSaid(said, line))]);
    }

    private static bool IsSaid(string said, string line) =>
        Folding.ToWords(PaperLabels.WithoutNumber(line)) is var words
        && (words.Length == 0 || said.Contains(words, StringComparison.Ordinal));

    private static string WithoutEmptyBullets(string words) =>
        string.Join('\n', words.Split('\n').Where(static line => line.Length == 0 || WrittenText.WithoutBullet(line).Length > 0)).Trim();

    private static bool IsForm(PaperBlock.Table table) => LabelsOf(table).Take(FewestLabels).Count() == FewestLabels;

    private static IEnumerable<string> LabelsOf(PaperBlock.Table table) =>
        PaperLabels.IsHeadOfList(table) ? [] : table.Rows.SelectMany(static row => row.Cells.Take(1)).SelectMany(LabelsOf).Distinct();

    private static IEnumerable<string> LabelsOf(PaperCell cell) =>
        PaperLabels.Find(cell.Text) is { } label
            ? [label]
            : cell.Blocks.SelectMany(static block =>
                block switch
                {
                    PaperBlock.Table inner => LabelsOf(inner),
                    PaperBlock.Paragraph paragraph when PaperLine.Read(paragraph.Text) is { } line => [line.QuestionId],
                    _ => Array.Empty<string>(),
                }
            );

    private bool HasLabel(PaperCell cell) =>
        cell.Blocks.OfType<PaperBlock.Paragraph>().Any(one => PaperLine.Read(one.Text, own) is not null);

    private static IEnumerable<string> LinesOf(PaperBlock.Table table) =>
        table
            .Rows.SelectMany(static row => row.Cells)
            .SelectMany(static cell => cell.Text.Split('\n'))
            .Where(static line => !WrittenText.IsBlank(line) && PaperLabels.Find(line) is null && !PaperLabels.IsListHeading(line));

    private static bool IsEmpty(PaperBlock block) => block is PaperBlock.Paragraph { Text: var text } && WrittenText.IsBlank(text);
}
