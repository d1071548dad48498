namespace AgaBot.Plans.Paper;

/// <summary>What came of reading a file as fichas.</summary>
public abstract record PaperReading
{
    /// <summary>More than anybody reviews: the workshop's resumen has ten.</summary>
    public const int MostFichas = 60;

    private PaperReading() { }

    public sealed record Read(PaperDocument Document) : PaperReading;

    /// <summary>More than <see cref="MostFichas"/>.</summary>
    public sealed record TooMany(int Count) : PaperReading;

    /// <summary>A document in which none of the form's fields was found.</summary>
    public sealed record NoFicha : PaperReading;

    /// <summary>The form itself, of which nothing was filled in.</summary>
    public sealed record Blank : PaperReading;

    /// <summary>A document that is damaged, or larger than any resumen once it is unpacked.</summary>
    public sealed record Damaged : PaperReading;

    /// <summary>Not the kind of file that is read.</summary>
    public sealed record NotWord(FileKind Kind) : PaperReading;

    /// <summary>Reads a file, whatever it is, by the labels of the paper form alone.</summary>
    public static PaperReading Of(ReadOnlyMemory<byte> file) => Of(file, PlanLabels.None);

    /// <param name="own">The plan's questions, which are read as well.</param>
    internal static PaperReading Of(ReadOnlyMemory<byte> file, PlanLabels own) =>
        FileKinds.Of(file) switch
        {
            FileKind.Word => WordFile.Read(file) is { } blocks
                ? Counted(PaperReader.Read(blocks, PaperSource.Form, own), PaperReader.HasForm(blocks))
                : new Damaged(),
            FileKind.Text => PaperText.Decode(file) is { } text ? Counted(PaperText.Read(text, own), hasForm: false) : new Damaged(),
            var other => new NotWord(other),
        };

    private static PaperReading Counted(PaperDocument? document, bool hasForm) =>
        document switch
        {
            null => hasForm ? new Blank() : new NoFicha(),
            { Fichas.Length: > MostFichas and var count } => new TooMany(count),
            _ => new Read(document),
        };
}

/// <summary>How complete what was written is.</summary>
internal enum PaperSource
{
    /// <summary>The whole form: what is empty on it was left empty.</summary>
    Form,

    /// <summary>Words of one's own: what they do not name may just not have been thought of.</summary>
    Words,
}
