using System.Collections.Immutable;
using System.Text;
using AgaBot.Forms.Budgets;

namespace AgaBot.Plans.DocumentImport;

/// <summary>Finds the fields of the form in plain text pasted from a document, a spreadsheet, a message or the bot's own review.</summary>
internal static class PlainTextReader
{
    /// <summary>
    /// Minimum number of different labels at the start of lines; with fewer, the text is an answer that happens to start like a label.
    /// </summary>
    private const int FewestLabels = 2;

    /// <summary>Minimum number of answers that have only numbers; with fewer, the text is a list.</summary>
    private const int FewestNumbers = 3;

    private static readonly ImmutableArray<string> ByNumber =
    [
        "Componente",
        "Propuesta",
        "Problema",
        "Objetivo",
        "Responsable",
        "Corresponsables",
        "Acciones",
        "Cumplimiento",
    ];

    /// <summary>Maximum bytes of a UTF-16 code unit in UTF-8.</summary>
    private const int BytesOfUnit = 3;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null if the content is not UTF-8.</summary>
    /// <exception cref="ReadingLimitException">The text is too long.</exception>
    public static string? Decode(ReadOnlyMemory<byte> content)
    {
        try
        {
            string text =
                content.Length <= DocumentLimits.PlainText * BytesOfUnit
                    ? Strict.GetString(content.Span).TrimStart('\uFEFF')
                    : throw new ReadingLimitException();
            if (!Fits(text))
                throw new ReadingLimitException();
            ReadingBudget.Allow(DocumentLimits.StepsOf(text));
            return text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static ReadOnlyMemory<byte> Encode(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Null if the text is not certainly a form.</summary>
    /// <param name="own">The labels of the plan's questions; null for those of the paper form alone.</param>
    public static ImportedDocument? Read(string text, PlanQuestionLabels? own = null)
    {
        ImmutableArray<string> lines = LabelledLinesOf(text);
        return HasLabels(lines)
            ? DocumentReader.Read(FlattenedTableReader.Find(lines) ?? InLines(lines), ImportSource.Words, own ?? PlanQuestionLabels.None)
            : null;
    }

    /// <summary>Number of different labels at the start of lines.</summary>
    public static int CountLabels(string text) => LabelsIn(LabelledLinesOf(text)).Count();

    /// <summary>
    /// Reads answers that have only numbers, from 1 without a gap. The caller has to check that the first is a component.
    /// </summary>
    public static ImportedDocument? ReadNumbered(string text)
    {
        string[] lines = [.. LinesOf(text)];
        int number = 0;
        for (int index = 0; index < lines.Length && number < ByNumber.Length; index++)
        {
            if (NumberOf(lines[index]) == number + 1)
                lines[index] = $"{ByNumber[number++]}: {FieldLabels.WithoutNumber(lines[index])}";
        }
        return number < FewestNumbers ? null : DocumentReader.Read(InLines([.. lines]), ImportSource.Words, PlanQuestionLabels.None);
    }

    private static IEnumerable<string> LabelsIn(ImmutableArray<string> lines) =>
        lines.Select(static line => LabelledLine.Read(line)).OfType<LabelledLine>().Select(static line => line.QuestionId).Distinct();

    private static bool HasLabels(ImmutableArray<string> lines) => LabelsIn(lines).Take(FewestLabels).Count() == FewestLabels;

    private static ImmutableArray<string> LabelledLinesOf(string text) =>
        LinesOf(text) is var lines && HasLabels(lines) ? lines : LineBreakRestorer.Restore(lines);

    private static int NumberOf(string line) =>
        line.TrimStart() is [>= '1' and <= '8', '.' or ')' or '-', ..] numbered && FieldLabels.IsNumbered(line) ? numbered[0] - '0' : 0;

    private static ImmutableArray<DocumentBlock> InLines(ImmutableArray<string> lines) =>
        [.. PastedRowJoiner.Join(lines).Select(static line => new DocumentBlock.Paragraph(line))];

    private static ImmutableArray<string> LinesOf(string text) =>
        Fits(text)
            ? [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n').Select(MarkdownRow).OfType<string>()]
            : [];

    private static bool Fits(string text) =>
        text.Length <= DocumentLimits.PlainText
        && text.AsSpan().Count('\n') <= DocumentLimits.Lines
        && text.AsSpan().Count('\r') <= DocumentLimits.Lines;

    /// <summary>Converts a Markdown table row, <c>| label | answer |</c>, to tabs; null for the line below the heading.</summary>
    private static string? MarkdownRow(string line)
    {
        if (line.Trim() is not ['|', .. var cells, '|'])
            return line;
        return cells.All(static mark => mark is '-' or ':' or '|' or ' ')
            ? null
            : string.Join('\t', cells.Split('|', StringSplitOptions.TrimEntries));
    }
}
