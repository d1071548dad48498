using System.Collections.Immutable;

namespace AgaBot.Plans.DocumentImport;

/// <summary>A piece of a document, in the order in which it is read.</summary>
internal abstract record DocumentBlock
{
    private DocumentBlock() { }

    /// <summary>A paragraph; a line break in it is a <c>\n</c>, and a list's bullet stands before it.</summary>
    public sealed record Paragraph(string Text) : DocumentBlock;

    public sealed record Table(ImmutableArray<DocumentRow> Rows) : DocumentBlock;
}

internal sealed record DocumentRow(ImmutableArray<DocumentCell> Cells);

internal sealed record DocumentCell(ImmutableArray<DocumentBlock> Blocks)
{
    /// <summary>Its own paragraphs, without those of a table within it.</summary>
    public string Text { get; } = string.Join('\n', Blocks.OfType<DocumentBlock.Paragraph>().Select(static one => one.Text)).Trim();
}
