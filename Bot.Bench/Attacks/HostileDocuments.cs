using System.IO.Compression;
using System.Text;

namespace AgaBot.Bench.Attacks;

/// <summary>Small Word files that are expensive to read.</summary>
internal static class HostileDocuments
{
    private const int Mebi = 1024 * 1024;

    /// <summary>Twenty thousand lines that belong to no question, then an answer of a million characters that resembles them.</summary>
    public static byte[] Periodic { get; } =
        Word([
            .. Enumerable.Repeat(Paragraph("ababccabab"), 20_000),
            Paragraph("Propuesta: x"),
            Paragraph("Problema: " + string.Concat(Enumerable.Repeat("ab", Mebi / 2))),
        ]);

    /// <summary>A million characters that open an embedding of direction, and as many that close another kind.</summary>
    public static byte[] Directions { get; } =
        Word([Paragraph("Propuesta: x"), Paragraph("Problema: " + new string('\u202E', 1_300_000) + new string('\u2069', 1_300_000))]);

    /// <summary>Eight mebibytes of paragraphs without text.</summary>
    public static byte[] EmptyParagraphs { get; } = Word(Enumerable.Repeat("<w:p/>", 8 * Mebi / "<w:p/>".Length));

    private static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static byte[] Word(IEnumerable<string> body)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(
                zip,
                "[Content_Types].xml",
                [
                    """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">""",
                    """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>""",
                    """<Override PartName="/word/document.xml" ContentType=""",
                    "\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
                ]
            );
            Write(
                zip,
                "_rels/.rels",
                [
                    """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">""",
                    """<Relationship Id="r1" Target="word/document.xml" """,
                    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>",
                ]
            );
            Write(
                zip,
                "word/document.xml",
                [
                    """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>""",
                    .. body,
                    "</w:body></w:document>",
                ]
            );
        }
        return file.ToArray();
    }

    private static void Write(ZipArchive zip, string name, IEnumerable<string> pieces)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.SmallestSize).Open(), new UTF8Encoding(false));
        foreach (string piece in pieces)
            writer.Write(piece);
    }
}
