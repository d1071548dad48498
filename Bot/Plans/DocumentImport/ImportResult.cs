using AgaBot.Forms.Budgets;

namespace AgaBot.Plans.DocumentImport;

/// <summary>The result of reading fichas from a file.</summary>
public abstract record ImportResult
{
    /// <summary>Maximum number of fichas; the resumen of the workshop has ten.</summary>
    public const int MostFichas = 60;

    private ImportResult() { }

    public sealed record Read(ImportedDocument Document) : ImportResult;

    /// <summary>More than <see cref="MostFichas"/>.</summary>
    public sealed record TooMany(int Count) : ImportResult;

    /// <summary>The document contains no field of the form.</summary>
    public sealed record NoFicha : ImportResult;

    /// <summary>The form was not filled in.</summary>
    public sealed record Blank : ImportResult;

    public sealed record Damaged : ImportResult;

    /// <summary>The document is beyond one of the <see cref="DocumentLimits"/>.</summary>
    public sealed record TooMuch : ImportResult;

    /// <summary>Too many documents are read at the moment.</summary>
    public sealed record Busy : ImportResult;

    /// <summary>The file is of a kind that cannot be read.</summary>
    public sealed record NotWord(FileKind Kind) : ImportResult;

    /// <summary>Reads a file of any kind by the labels of the paper form alone.</summary>
    public static ImportResult Of(ReadOnlyMemory<byte> file) => Of(file, PlanQuestionLabels.None);

    /// <param name="own">The labels of the plan's questions, which are read as well.</param>
    /// <exception cref="OperationCanceledException">The reading was cancelled; it ends at its next step.</exception>
    internal static ImportResult Of(ReadOnlyMemory<byte> file, PlanQuestionLabels own, CancellationToken cancellationToken = default) =>
        Of(file, own, new ReadingBudget(DocumentLimits.Steps, cancellationToken));

    internal static ImportResult Of(ReadOnlyMemory<byte> file, PlanQuestionLabels own, ReadingBudget budget) =>
        budget.Run(() => ReadFile(file, own), static () => new TooMuch());

    private static ImportResult ReadFile(ReadOnlyMemory<byte> file, PlanQuestionLabels own) =>
        FileKindDetector.Of(file) switch
        {
            FileKind.Word => WordDocumentReader.Read(file) is { } blocks
                ? Counted(DocumentReader.Read(blocks, ImportSource.Form, own), DocumentReader.HasForm(blocks))
                : new Damaged(),
            FileKind.Text => PlainTextReader.Decode(file) is { } text
                ? Counted(PlainTextReader.Read(text, own), hasForm: false)
                : new Damaged(),
            var other => new NotWord(other),
        };

    private static ImportResult Counted(ImportedDocument? document, bool hasForm) =>
        document switch
        {
            null => hasForm ? new Blank() : new NoFicha(),
            { Fichas.Length: > MostFichas and var count } => new TooMany(count),
            _ => new Read(document),
        };
}

/// <summary>The completeness of a source.</summary>
internal enum ImportSource
{
    /// <summary>The whole form: an empty field was left empty on purpose.</summary>
    Form,

    /// <summary>Free text: a missing field may have been forgotten.</summary>
    Words,
}
