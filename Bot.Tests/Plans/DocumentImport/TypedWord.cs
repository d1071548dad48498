using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AgaBot.Tests.Plans.DocumentImport;

/// <summary>Word documents as a person types them: paragraphs and nested tables.</summary>
internal static class TypedWord
{
    /// <summary>The bytes of the document, validated for Word.</summary>
    public static byte[] Document(IEnumerable<OpenXmlElement> content)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body([.. content, Paragraph("")]));
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => fault.Description));
        }
        return file.ToArray();
    }

    /// <summary>In a narrow column the year is on the next line.</summary>
    public static OpenXmlElement[] Broken(string date) =>
        date.Split(' ', 2) is [var month, var year] ? [Paragraph(month), Paragraph(year)] : [Paragraph(date)];

    public static OpenXmlElement[] Lines(string text) => [.. text.Split('\n').Select(Paragraph)];

    public static Table TableOf(int columns, TableRow[] rows) =>
        new([new TableProperties(), new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn())), .. rows]);

    public static TableRow Row(params TableCell[] cells) => new(cells.AsEnumerable<OpenXmlElement>());

    public static TableCell Cell(params OpenXmlElement[] content) => new(content);

    /// <summary>Word splits a paragraph into runs wherever it was edited.</summary>
    public static Paragraph Paragraph(string text)
    {
        int middle = text.Length / 2;
        return new Paragraph(
            new[] { text[..middle], text[middle..] }
                .Where(part => part.Length > 0)
                .Select(part => new Run(new Text(part) { Space = SpaceProcessingModeValues.Preserve }))
        );
    }
}
