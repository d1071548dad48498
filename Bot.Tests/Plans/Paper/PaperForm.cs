using AgaBot.Tests.LaLibertad;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AgaBot.Tests.Plans.Paper;

/// <summary>Types up a ficha in Word as the workshop's secretary did: the paper form's table, with the table of actions in one of its cells.</summary>
internal sealed record PaperForm(WorkshopProposal Ficha)
{
    public string Corresponsables { get; init; } = "Corresponsables";

    /// <summary>Rows of the form that the person deleted, by their label's first word.</summary>
    public string[] Without { get; init; } = [];

    /// <summary>Paragraphs below the table.</summary>
    public string[] Below { get; init; } = [];

    public byte[] ToWord() => Write(Heading(), Table(), [.. Below.Select(line => Paragraph(line))]);

    /// <summary>Several forms in one document.</summary>
    public static byte[] ToWord(IEnumerable<PaperForm> forms) => Write([.. forms.SelectMany(form => (OpenXmlElement[])[.. form.Heading(), form.Table()])]);

    private static byte[] Write(OpenXmlElement[] heading, Table table, OpenXmlElement[] below) => Write([.. heading, table, .. below]);

    private static byte[] Write(OpenXmlElement[] content)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body([.. content, Paragraph("")]));
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => fault.Description));
        }
        return file.ToArray();
    }

    private OpenXmlElement[] Heading() => [Paragraph($"Componente: {Ficha.Componente}"), Paragraph($"1. {Ficha.Propuesta.Split('\n')[0]}")];

    private Table Table()
    {
        (string Label, OpenXmlElement[] Answer)[] rows =
        [
            ("Propuesta de compromiso ", Lines(Ficha.Propuesta)),
            ("Problema público identificado por la entidad\n(breve descripción del problema)", Lines(Ficha.Problema)),
            ("Objetivo\n(que se busca conseguir con la solución del problema público)", Lines(Ficha.Objetivo)),
            ("Responsable", Lines(Ficha.Responsable)),
            (Corresponsables, Lines(Ficha.Corresponsables)),
        ];
        return TableOf(
            2,
            [
                Row(Cell(Paragraph("FICHA DE PROPUESTAS DE COMPROMISOS PARA EL PLAN DE ACCION DE GOBIERNO ABIERTO PLAN AGA 2016 – 2017"))),
                // As on paper: the answer stands below its label.
                .. Kept("Componente") ? [Row(Cell(Paragraph("Componente*"))), Row(Cell(Paragraph(Ficha.Componente ?? "")))] : Array.Empty<TableRow>(),
                .. rows.Where(row => Kept(row.Label)).Select(row => Row(Cell(Lines(row.Label)), Cell(row.Answer))),
                .. Kept("Acciones") ? [Row(Cell(Paragraph("Acciones"), Paragraph(""), Actions(), Paragraph("")))] : Array.Empty<TableRow>(),
                .. Kept("Fecha") ? [Row(Cell(Paragraph("Fecha aproximada de cumplimiento del compromiso")), Cell(Paragraph(Ficha.Cumplimiento ?? "")))] : Array.Empty<TableRow>(),
            ]);
    }

    private Table Actions() => TableOf(
        3,
        [
            Row(Cell(Paragraph("Acciones")), Cell(Paragraph("Inicio")), Cell(Paragraph("Fin"))),
            .. Ficha.Acciones.Select(row => Row(Cell(Paragraph("· " + row[0]), Paragraph("")), Cell(Broken(row[1])), Cell(Broken(row[2])))),
            Row(Cell(Paragraph("")), Cell(Paragraph("")), Cell(Paragraph(""))),
        ]);

    private bool Kept(string label) => !Without.Any(word => label.StartsWith(word, StringComparison.Ordinal));

    /// <summary>In a narrow column the year stands on the next line.</summary>
    private static OpenXmlElement[] Broken(string date) => date.Split(' ', 2) is [var month, var year] ? [Paragraph(month), Paragraph(year)] : [Paragraph(date)];

    private static OpenXmlElement[] Lines(string text) => [.. text.Split('\n').Select(Paragraph)];

    private static Table TableOf(int columns, TableRow[] rows) => new(
    [
        new TableProperties(),
        new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn())),
        .. rows,
    ]);

    private static TableRow Row(params TableCell[] cells) => new(cells.AsEnumerable<OpenXmlElement>());

    private static TableCell Cell(params OpenXmlElement[] content) => new(content);

    /// <summary>Word cuts a paragraph into runs wherever it was edited.</summary>
    private static Paragraph Paragraph(string text)
    {
        int middle = text.Length / 2;
        return new Paragraph(new[] { text[..middle], text[middle..] }
            .Where(part => part.Length > 0)
            .Select(part => new Run(new Text(part) { Space = SpaceProcessingModeValues.Preserve })));
    }
}
