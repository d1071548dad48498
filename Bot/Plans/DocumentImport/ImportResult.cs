namespace AgaBot.Plans.DocumentImport;

/// <summary>What came of reading a file as fichas.</summary>
public abstract record ImportResult
{
    /// <summary>More than anybody reviews: the workshop's resumen has ten.</summary>
    public const int MostFichas = 60;

    private ImportResult() { }

    public sealed record Read(ImportedDocument Document) : ImportResult;

    /// <summary>More than <see cref="MostFichas"/>.</summary>
    public sealed record TooMany(int Count) : ImportResult;

    /// <summary>A document in which none of the form's fields was found.</summary>
    public sealed record NoFicha : ImportResult;

    /// <summary>The form itself, of which nothing was filled in.</summary>
    public sealed record Blank : ImportResult;

    /// <summary>A document that is damaged, or larger than any resumen once it is unpacked.</summary>
    public sealed record Damaged : ImportResult;

    /// <summary>Not the kind of file that is read.</summary>
    public sealed record NotWord(FileKind Kind) : ImportResult;

    /// <summary>Reads a file, whatever it is, by the labels of the paper form alone.</summary>
    public static ImportResult Of(ReadOnlyMemory<byte> file) => Of(file, PlanQuestionLabels.None);

    /// <param name="own">The plan's questions, which are read as well.</param>
    internal static ImportResult Of(ReadOnlyMemory<byte> file, PlanQuestionLabels own) =>
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

/// <summary>How complete what was written is.</summary>
internal enum ImportSource
{
    /// <summary>The whole form: what is empty on it was left empty.</summary>
    Form,

    /// <summary>Words of one's own: what they do not name may just not have been thought of.</summary>
    Words,
}
