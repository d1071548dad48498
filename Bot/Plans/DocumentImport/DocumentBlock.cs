using System.Collections.Immutable;

namespace AgaBot.Plans.DocumentImport;

/// <summary>A block of a document, in reading order.</summary>
internal abstract record DocumentBlock
{
    private DocumentBlock() { }

    /// <summary>A paragraph. Its line breaks are <c>\n</c>, and the bullet of a list precedes its text.</summary>
    public sealed record Paragraph(string Text) : DocumentBlock;

    public sealed record Table(ImmutableArray<DocumentRow> Rows) : DocumentBlock;
}

internal sealed record DocumentRow(ImmutableArray<DocumentCell> Cells);

internal sealed record DocumentCell(ImmutableArray<DocumentBlock> Blocks)
{
    /// <summary>The paragraphs of the cell, without those of a nested table.</summary>
    public string Text { get; } = string.Join('\n', Blocks.OfType<DocumentBlock.Paragraph>().Select(static one => one.Text)).Trim();
}
