using System.Collections.Immutable;
using System.Text;
using System.Xml;
using AgaBot.Forms.Budgets;

namespace AgaBot.Plans.DocumentImport;

/// <summary>
/// Reads the blocks of a body element by element, so that memory depends on its text and not on its markup. Each method is called at the
/// beginning of an element and returns at its end.
/// </summary>
/// <param name="body">The stream that <paramref name="xml"/> reads.</param>
internal sealed class WordBodyReader(XmlReader xml, BoundedStream body)
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The strict variant of ISO/IEC 29500, which Word writes on request.</summary>
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>Steps of one element.</summary>
    private const int StepsOfElement = 20;

    /// <summary>Attributes of an element that cost nothing more; Word writes a few, and thirty namespaces on the root.</summary>
    private const int FewAttributes = 40;

    /// <summary>Steps of each further attribute.</summary>
    private const int StepsOfAttribute = 300;

    private readonly StringBuilder text = new();
    private readonly char[] piece = new char[4 * 1024];
    private int elements;
    private int paragraphs;
    private int tables;
    private int rows;
    private int cells;
    private int units;

    /// <summary>Null if there is no body.</summary>
    /// <exception cref="XmlException">The XML is damaged or too deep.</exception>
    /// <exception cref="ReadingLimitException">The document is beyond a limit.</exception>
    public ImmutableArray<DocumentBlock>? Read()
    {
        ImmutableArray<DocumentBlock>? blocks = null;
        while (Next())
        {
            if (blocks is null && xml.Depth == 1 && Is("body"))
                blocks = ReadBlocks();
        }
        return blocks;
    }

    private ImmutableArray<DocumentBlock> ReadBlocks()
    {
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        ReadBlocks(blocks);
        return blocks.DrainToImmutable();
    }

    private void ReadBlocks(ImmutableArray<DocumentBlock>.Builder blocks)
    {
        var inside = new Inside(xml);
        while (inside.Next(this))
        {
            if (Is("p"))
                blocks.Add(ReadParagraph());
            else if (Is("tbl"))
                blocks.Add(ReadTable());
            else if (IsWrapper())
                ReadBlocks(blocks);
            else
                Skip();
        }
    }

    private DocumentBlock.Table ReadTable()
    {
        Limit(++tables, DocumentLimits.Tables);
        var table = ImmutableArray.CreateBuilder<DocumentRow>();
        ReadInner(
            "tr",
            () =>
            {
                Limit(++rows, DocumentLimits.Rows);
                table.Add(new DocumentRow(ReadCells()));
            }
        );
        return new DocumentBlock.Table(table.DrainToImmutable());
    }

    private ImmutableArray<DocumentCell> ReadCells()
    {
        var row = ImmutableArray.CreateBuilder<DocumentCell>();
        ReadInner(
            "tc",
            () =>
            {
                Limit(++cells, DocumentLimits.Cells);
                row.Add(new DocumentCell(ReadBlocks()));
            }
        );
        return row.DrainToImmutable();
    }

    /// <summary>Rows of a table or cells of a row, including those inside a content control or a tracked insertion.</summary>
    private void ReadInner(string name, Action read)
    {
        var inside = new Inside(xml);
        while (inside.Next(this))
        {
            if (Is(name))
                read();
            else if (IsWrapper())
                ReadInner(name, read);
            else
                Skip();
        }
    }

    private DocumentBlock.Paragraph ReadParagraph()
    {
        Limit(++paragraphs, DocumentLimits.Paragraphs);
        ReadingBudget.Allow(DocumentLimits.StepsOfLine);
        text.Clear();
        bool isItem = false;
        var inside = new Inside(xml);
        while (inside.Next(this))
        {
            if (Is("pPr"))
                isItem |= HasNumber();
            else
                ReadText();
        }
        string words = text.ToString().Trim();
        return new DocumentBlock.Paragraph(isItem ? $"· {words}".Trim() : words);
    }

    private bool HasNumber()
    {
        bool has = false;
        var inside = new Inside(xml);
        while (inside.Next(this))
        {
            has |= Is("numPr");
            Skip();
        }
        return has;
    }

    /// <summary>The visible text: without deleted words and field codes, and with one of the two variants of a text box.</summary>
    private void ReadText()
    {
        if (Is("t"))
        {
            ReadValue();
            return;
        }
        if (Is("tab"))
            Append("\t");
        else if (Is("br") || Is("cr"))
            Append("\n");
        else if (Is("noBreakHyphen"))
            Append("-");
        else if (!Is("moveFrom") && !Is("pPr") && !Is("rPr") && xml.LocalName != "Fallback")
        {
            var inside = new Inside(xml);
            while (inside.Next(this))
                ReadText();
            return;
        }
        Skip();
    }

    private void ReadValue()
    {
        var inside = new Inside(xml);
        while (inside.NextNode(this))
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
                continue;
            while (xml.ReadValueChunk(piece, 0, piece.Length) is var read and > 0)
            {
                body.BeginNode();
                Append(piece.AsSpan(0, read));
            }
        }
    }

    private void Append(ReadOnlySpan<char> words)
    {
        Limit(units += words.Length, DocumentLimits.WordText);
        ReadingBudget.Allow((long)DocumentLimits.StepsOfUnit * words.Length);
        text.Append(words);
    }

    private void Skip()
    {
        var inside = new Inside(xml);
        while (inside.NextNode(this)) { }
    }

    private bool Next()
    {
        body.BeginNode();
        if (!xml.Read())
            return false;
        if (xml.Depth > DocumentLimits.Depth)
            throw new XmlException("The document is nested too deep.");
        ReadingBudget.Spend(1);
        if (xml.NodeType == XmlNodeType.Element)
        {
            Limit(++elements, DocumentLimits.Elements);
            ReadingBudget.Allow(DocumentLimits.StepsOfElement);
            ReadingBudget.Spend(StepsOfElement + (StepsOfAttribute * Math.Max(0, xml.AttributeCount - FewAttributes)));
        }
        return true;
    }

    private static void Limit(int count, int most)
    {
        if (count > most)
            throw new ReadingLimitException();
    }

    private bool IsWrapper() => Is("sdt") || Is("sdtContent") || Is("customXml") || Is("ins") || Is("smartTag");

    private bool Is(string name) =>
        xml.NodeType == XmlNodeType.Element && xml.LocalName == name && (xml.NamespaceURI == W || xml.NamespaceURI == Strict);

    /// <summary>The nodes inside the element at which the reader is.</summary>
    private readonly struct Inside(XmlReader xml)
    {
        private readonly int depth = xml.IsEmptyElement ? int.MaxValue : xml.Depth;

        /// <summary>Moves to the next child element; false at the end of the element.</summary>
        public bool Next(WordBodyReader body)
        {
            while (NextNode(body))
            {
                if (xml.NodeType == XmlNodeType.Element)
                    return true;
            }
            return false;
        }

        /// <summary>Moves to the next node; false at the end of the element.</summary>
        public bool NextNode(WordBodyReader body) => depth != int.MaxValue && body.Next() && xml.Depth > depth;
    }
}
