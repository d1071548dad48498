using System.Collections.Immutable;
using AgaBot.Forms;

namespace AgaBot.Plans.Paper;

/// <summary>A ficha as it stands on paper.</summary>
/// <param name="Answers">At least one, one a question at most, in the form's order.</param>
/// <param name="NotUnderstood">Lines that belong to no question that is known.</param>
public sealed record PaperFicha(ImmutableArray<WrittenAnswer> Answers, ImmutableArray<string> NotUnderstood);

/// <summary>What came of reading a file as a ficha.</summary>
public abstract record PaperReading
{
    private PaperReading() { }

    public sealed record Read(PaperFicha Ficha) : PaperReading;

    /// <summary>More than one ficha: whose answer is whose is not guessed.</summary>
    public sealed record Several(int Count) : PaperReading;

    /// <summary>A document in which none of the form's fields was found.</summary>
    public sealed record NoFicha : PaperReading;

    /// <summary>A Word document that is damaged, or larger than any ficha once it is unpacked.</summary>
    public sealed record Damaged : PaperReading;

    /// <summary>Not the kind of file that is read.</summary>
    public sealed record NotWord(FileKind Kind) : PaperReading;

    /// <summary>Reads a file, whatever it is.</summary>
    public static PaperReading Of(ReadOnlyMemory<byte> file) => FileKinds.Of(file) switch
    {
        FileKind.Word => WordFile.Read(file) is { } blocks ? PaperReader.Read(blocks) : new Damaged(),
        var other => new NotWord(other),
    };
}
