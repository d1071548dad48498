using System.Collections.Immutable;
using AgaBot.Forms.Budgets;
using AgaBot.Forms.Normalization;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.DocumentImport;

/// <summary>
/// Finds the fields of the form in a document: a label in a cell with its answer beside or below it, or <c>label: answer</c> in a
/// paragraph. A label that already has an answer starts the next ficha. If the forms are tables, only headings are read outside of tables.
/// </summary>
internal sealed class DocumentReader
{
    private const int ActionColumns = 3;

    /// <summary>Minimum number of different labels in a table that is a form.</summary>
    private const int FewestLabels = 2;

    /// <summary>Steps of a table or a cell, apart from its text.</summary>
    private const int StepsOfBlock = 50;

    private readonly List<ImportedFichaBuilder> fichas = [];
    private readonly List<string> others = [];
    private readonly bool hasForms;
    private ImportedFichaBuilder? current;
    private string? at;
    private int sinceForm;
    private bool amongAportes;
    private bool inTable;

    private readonly PlanQuestionLabels own;

    private DocumentReader(bool hasForms, PlanQuestionLabels own) => (this.hasForms, this.own) = (hasForms, own);

    /// <summary>Null if no ficha was found.</summary>
    public static ImportedDocument? Read(ImmutableArray<DocumentBlock> blocks, ImportSource source, PlanQuestionLabels own)
    {
        var reader = new DocumentReader(HasForm(blocks), own);
        reader.ReadBlocks(blocks);
        return reader.Finish(source);
    }

    /// <summary>Whether a table is the form, filled in or blank.</summary>
    public static bool HasForm(ImmutableArray<DocumentBlock> blocks) => blocks.OfType<DocumentBlock.Table>().Any(IsForm);

    private void ReadBlocks(ImmutableArray<DocumentBlock> blocks)
    {
        foreach (DocumentBlock block in blocks)
        {
            if (block is DocumentBlock.Table table)
                ReadTable(table);
            else if (block is DocumentBlock.Paragraph paragraph)
                ReadParagraph(paragraph.Text);
        }
    }

    private void ReadTable(DocumentBlock.Table table)
    {
        ReadingBudget.Spend(StepsOfBlock);
        (string? outside, bool was) = (at, inTable);
        if (!inTable)
        {
            at = null;
            // A table with the same labels is another ficha, even if the former one was left blank.
            if (current is { HasOnlyItsComponent: false } && LabelsOf(table).Count(current.Labelled.Contains) >= FewestLabels)
                current = null;
        }
        inTable = true;
        if (FieldLabels.IsHeadOfList(table))
            others.AddRange(LinesOf(table));
        else
        {
            foreach (DocumentRow row in table.Rows)
                ReadRow(row);
        }
        inTable = was;
        // A paragraph after a table does not continue the answer of its last row.
        at = was ? outside : null;
    }

    private void ReadRow(DocumentRow row)
    {
        ReadingBudget.Spend(StepsOfBlock * row.Cells.Length);
        DocumentCell[] cells =
        [
            .. row.Cells.Where(static cell => cell.Blocks.Any(static block => block is DocumentBlock.Table || !IsEmpty(block))),
        ];
        if (cells.Length == 0)
            return;
        if (FieldLabels.IsHeadOfActions(row))
            GoTo(FichaForm.Acciones);
        // Checked before the labels, because an action may be named like a field.
        else if (at == FichaForm.Acciones && row.Cells.Length >= ActionColumns)
            TakeAction(row);
        else if (FieldLabels.Find(cells[0].Text, own) is { } label)
        {
            GoTo(label);
            // A cell may contain its label and the answer below it, as the cell of the actions does.
            ReadTablesOf(cells[0]);
            foreach (DocumentCell cell in cells[1..])
                TakeCell(cell);
        }
        else if (
            at is null
            && cells.All(static cell => cell.Blocks.All(static block => block is DocumentBlock.Paragraph))
            && !cells.Any(HasLabel)
        )
            Take(string.Join(" | ", cells.Select(static cell => UserText.OnOneLine(cell.Text))));
        else
        {
            foreach (DocumentCell cell in cells)
            {
                if (HasLabel(cell))
                    ReadBlocks(cell.Blocks);
                else
                    TakeCell(cell);
            }
        }
    }

    private void ReadTablesOf(DocumentCell cell)
    {
        foreach (DocumentBlock.Table table in cell.Blocks.OfType<DocumentBlock.Table>())
            ReadTable(table);
    }

    private void TakeCell(DocumentCell cell)
    {
        ReadTablesOf(cell);
        Take(cell.Text);
    }

    private void ReadParagraph(string text)
    {
        string[] lines = text.Split('\n');
        if (lines.Skip(1).Any(line => LabelledLine.Read(line, own) is not null))
        {
            foreach (string line in lines)
                ReadLine(line);
        }
        else
            ReadLine(text);
    }

    private void ReadLine(string text)
    {
        if (LabelledLine.Read(text, own) is not { } line)
        {
            if (!inTable)
                ReadHeading(text);
            Take(text);
        }
        else if (
            at == FichaForm.Acciones
            && line.QuestionId != FichaForm.Cumplimiento
            && !own.Ids.Contains(line.QuestionId)
            && ActionLineParser.IsDated(text)
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

    /// <summary>If the forms are not tables, the title of the form starts the next ficha.</summary>
    private void ReadHeading(string text)
    {
        amongAportes = FieldLabels.SaysAportes(text) ?? amongAportes;
        if (FieldLabels.IsTitle(text) && current is { HasOnlyItsComponent: false })
            (current, at) = (null, null);
    }

    private void GoTo(string question)
    {
        at = question;
        bool isHeading = hasForms && !inTable;
        if (current is null || BeginsAnother(current, question, isHeading))
        {
            current = new ImportedFichaBuilder { AmongAportes = amongAportes };
            fichas.Add(current);
        }
        if (question == FichaForm.Componente)
            amongAportes = false;
        if (!isHeading && sinceForm < others.Count && current.TakeTitle(others[^1]))
            others.RemoveAt(others.Count - 1);
        current.Name(question);
        sinceForm = others.Count;
    }

    private static bool BeginsAnother(ImportedFichaBuilder ficha, string question, bool isHeading) =>
        question switch
        {
            FichaForm.Componente => !ficha.HasOnlyItsComponent && (isHeading || ficha.HasAnswer(question)),
            // The heading of the table of actions repeats the label of its row.
            FichaForm.Acciones => false,
            _ => ficha.HasAnswer(question),
        };

    private void Take(string text)
    {
        string words = FieldLabels.WithoutFormsNote(UserText.Clean(text));
        if (UserText.IsBlank(words) || FieldLabels.IsTitle(words) || FieldLabels.IsNoAnswer(words))
            return;
        if (at is null || current is null)
            others.Add(words);
        else if (at == FichaForm.Acciones)
            TakeActions(words, current);
        else if (UserText.WithoutBullet(words).Length > 0)
        {
            current.Add(at, WithoutEmptyBullets(words));
            // Only these two answers never continue in the next paragraph.
            if (at is FichaForm.Componente or FichaForm.Cumplimiento)
                at = null;
        }
    }

    private static void TakeActions(string words, ImportedFichaBuilder ficha)
    {
        foreach (string line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ActionLineParser.DateIn(line) is { } date && ficha.DateLastAction(date.Column, date.Words))
                continue;
            if (ActionLineParser.Read(line) is { } cells)
                ficha.AddAction(cells);
        }
    }

    /// <summary>A row of the form's table. In a narrow column a date has two lines.</summary>
    private void TakeAction(DocumentRow row)
    {
        string[] cells = [.. row.Cells.Select(static cell => cell.Text)];
        string first = string.Join('\n', cells[0].Split('\n').Select(UserText.WithoutBullet).Where(static line => line.Length > 0));
        if (first.Length > 0 && current is not null)
            current.AddAction([first, .. cells[1..].Select(UserText.OnOneLine)]);
        else
            others.AddRange(cells.Where(static cell => cell.Length > 0));
    }

    private ImportedDocument? Finish(ImportSource source)
    {
        ImportedFicha[] found = [.. fichas.Select(ficha => ficha.Finish(source, own.Ids)).OfType<ImportedFicha>()];
        if (found.Length == 0)
            return null;
        // A heading that repeats an answer is not an unread line.
        HashSet<string> said = new(
            found.SelectMany(static ficha => ficha.Answers).SelectMany(static answer => Said(answer.Text)),
            StringComparer.Ordinal
        );
        return new ImportedDocument([.. found], [.. others.Where(line => !IsSaid(said, line))]);
    }

    /// <summary>An answer and each of its lines, folded: an unread line is looked up and not searched in every answer.</summary>
    private static IEnumerable<string> Said(string answer)
    {
        if (answer.Contains('\n', StringComparison.Ordinal))
            yield return Folding.ToWords(answer);
        foreach (string line in answer.Split('\n'))
            yield return Folding.ToWords(FieldLabels.WithoutNumber(line));
    }

    private static bool IsSaid(HashSet<string> said, string line) =>
        Folding.ToWords(FieldLabels.WithoutNumber(line)) is var words && (words.Length == 0 || said.Contains(words));

    private static string WithoutEmptyBullets(string words) =>
        string.Join('\n', words.Split('\n').Where(static line => line.Length == 0 || UserText.WithoutBullet(line).Length > 0)).Trim();

    private static bool IsForm(DocumentBlock.Table table) => LabelsOf(table).Take(FewestLabels).Count() == FewestLabels;

    private static IEnumerable<string> LabelsOf(DocumentBlock.Table table) =>
        FieldLabels.IsHeadOfList(table) ? [] : table.Rows.SelectMany(static row => row.Cells.Take(1)).SelectMany(LabelsOf).Distinct();

    private static IEnumerable<string> LabelsOf(DocumentCell cell) =>
        FieldLabels.Find(cell.Text) is { } label
            ? [label]
            : cell.Blocks.SelectMany(static block =>
                block switch
                {
                    DocumentBlock.Table inner => LabelsOf(inner),
                    DocumentBlock.Paragraph paragraph when LabelledLine.Read(paragraph.Text) is { } line => [line.QuestionId],
                    _ => Array.Empty<string>(),
                }
            );

    private bool HasLabel(DocumentCell cell) =>
        cell.Blocks.OfType<DocumentBlock.Paragraph>().Any(one => LabelledLine.Read(one.Text, own) is not null);

    private static IEnumerable<string> LinesOf(DocumentBlock.Table table) =>
        table
            .Rows.SelectMany(static row => row.Cells)
            .SelectMany(static cell => cell.Text.Split('\n'))
            .Where(static line => !UserText.IsBlank(line) && FieldLabels.Find(line) is null && !FieldLabels.IsListHeading(line));

    private static bool IsEmpty(DocumentBlock block) => block is DocumentBlock.Paragraph { Text: var text } && UserText.IsBlank(text);
}
