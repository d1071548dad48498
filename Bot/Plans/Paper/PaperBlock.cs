using System.Collections.Immutable;

namespace AgaBot.Plans.Paper;

/// <summary>A piece of a document, in the order in which it is read.</summary>
internal abstract record PaperBlock
{
    private PaperBlock() { }

    /// <summary>A paragraph; a line break in it is a <c>\n</c>, and a list's bullet stands before it.</summary>
    public sealed record Paragraph(string Text) : PaperBlock;

    public sealed record Table(ImmutableArray<PaperRow> Rows) : PaperBlock;
}

internal sealed record PaperRow(ImmutableArray<PaperCell> Cells);

internal sealed record PaperCell(ImmutableArray<PaperBlock> Blocks)
{
    /// <summary>Its own paragraphs, without those of a table within it.</summary>
    public string Text { get; } = string.Join('\n', Blocks.OfType<PaperBlock.Paragraph>().Select(static one => one.Text)).Trim();
}
