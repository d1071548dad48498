using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace AgaBot.Plans.DocumentImport;

/// <summary>
/// Reads the text of a Word document. Only its body is unpacked, in memory and within limits; nothing is executed, fetched or followed.
/// </summary>
internal static class WordDocumentReader
{
    /// <summary>Maximum XML nesting depth; a table in the cell of a table has a depth of about twenty.</summary>
    private const int MaxDepth = 200;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The strict variant of ISO/IEC 29500, which Word writes on request.</summary>
    private static readonly XNamespace Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private static readonly XmlReaderSettings Bounded = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = WordPackage.MaxBody,
    };

    /// <summary>Null if the document is damaged, or too large when unpacked.</summary>
    public static ImmutableArray<DocumentBlock>? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            if (WordPackage.ReadBody(content) is not { } xml || !IsShallow(xml))
                return null;
            using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), Bounded);
            return XDocument.Load(reader).Root?.Elements().FirstOrDefault(static one => Is(one, "body")) is { } body
                ? [.. Blocks(body)]
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool IsShallow(byte[] xml)
    {
        using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), Bounded);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
                return false;
        }
        return true;
    }

    private static IEnumerable<DocumentBlock> Blocks(XElement parent)
    {
        foreach (XElement element in parent.Elements())
        {
            if (Is(element, "p"))
                yield return new DocumentBlock.Paragraph(TextOf(element));
            else if (Is(element, "tbl"))
                yield return new DocumentBlock.Table([
                    .. Inner(element, "tr")
                        .Select(static row => new DocumentRow([
                            .. Inner(row, "tc").Select(static cell => new DocumentCell([.. Blocks(cell)])),
                        ])),
                ]);
            else if (IsWrapper(element))
            {
                foreach (DocumentBlock block in Blocks(element))
                    yield return block;
            }
        }
    }

    /// <summary>Rows of a table or cells of a row, including those inside a content control or a tracked insertion.</summary>
    private static IEnumerable<XElement> Inner(XElement parent, string name) =>
        parent
            .Elements()
            .SelectMany(element =>
                Is(element, name) ? [element]
                : IsWrapper(element) ? Inner(element, name)
                : []
            );

    private static bool IsWrapper(XElement element) =>
        Is(element, "sdt") || Is(element, "sdtContent") || Is(element, "customXml") || Is(element, "ins") || Is(element, "smartTag");

    private static string TextOf(XElement paragraph)
    {
        var text = new StringBuilder();
        if (paragraph.Elements().FirstOrDefault(static one => Is(one, "pPr"))?.Elements().Any(static one => Is(one, "numPr")) == true)
            text.Append("· ");
        Append(text, paragraph);
        return text.ToString().Trim();
    }

    /// <summary>The visible text: without deleted words and field codes, and with one of the two variants of a text box.</summary>
    private static void Append(StringBuilder text, XElement parent)
    {
        foreach (XElement element in parent.Elements())
        {
            if (Is(element, "t"))
                text.Append(element.Value);
            else if (Is(element, "tab"))
                text.Append('\t');
            else if (Is(element, "br") || Is(element, "cr"))
                text.Append('\n');
            else if (Is(element, "noBreakHyphen"))
                text.Append('-');
            else if (!Is(element, "moveFrom") && !Is(element, "pPr") && !Is(element, "rPr") && element.Name.LocalName != "Fallback")
                Append(text, element);
        }
    }

    private static bool Is(XElement element, string name) => element.Name == W + name || element.Name == Strict + name;
}
