using AgaBot.Tests.LaLibertad;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static AgaBot.Tests.Plans.DocumentImport.TypedWord;

namespace AgaBot.Tests.Plans.DocumentImport;

/// <summary>
/// Types up a ficha in Word as the workshop's secretary did: the paper form's table, with the table of actions in one of its cells.
/// </summary>
internal sealed record PaperForm(WorkshopProposal Ficha)
{
    public string Corresponsables { get; init; } = "Corresponsables";

    /// <summary>Rows that the person deleted, by the first word of their label.</summary>
    public string[] Without { get; init; } = [];

    public string[] Below { get; init; } = [];

    public byte[] ToWord() => Document([.. Elements(), .. Below.Select(line => Paragraph(line))]);

    /// <summary>The line above the table, as in a resumen.</summary>
    public string Title { get; init; } = $"1. {Ficha.Propuesta.Split('\n')[0]}";

    /// <summary>Whether another table frames the form.</summary>
    public bool IsFramed { get; init; }

    /// <summary>An aporte has neither component nor date; its title is its proposal.</summary>
    private bool IsAporte => Ficha.Componente is null;

    public IEnumerable<OpenXmlElement> Elements() =>
        [
            .. IsAporte ? [] : new OpenXmlElement[] { Paragraph($"Componente: {Ficha.Componente}") },
            Paragraph(Title),
            IsFramed ? TableOf(1, [Row(Cell(Table(), Paragraph("")))]) : Table(),
        ];

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
                .. IsAporte
                    ? []
                    : new[]
                    {
                        Row(
                            Cell(
                                Paragraph(
                                    "FICHA DE PROPUESTAS DE COMPROMISOS PARA EL PLAN DE ACCION DE GOBIERNO ABIERTO PLAN AGA 2016 – 2017"
                                )
                            )
                        ),
                    },
                // As on paper, the answer is below its label.
                .. Kept("Componente")
                    ? [Row(Cell(Paragraph("Componente*"))), Row(Cell(Paragraph(Ficha.Componente ?? "")))]
                    : Array.Empty<TableRow>(),
                .. rows.Where(row => Kept(row.Label)).Select(row => Row(Cell(Lines(row.Label)), Cell(row.Answer))),
                .. Kept("Acciones") ? [Row(Cell(Paragraph("Acciones"), Paragraph(""), Actions(), Paragraph("")))] : Array.Empty<TableRow>(),
                .. Kept("Fecha")
                    ? [Row(Cell(Paragraph("Fecha aproximada de cumplimiento del compromiso")), Cell(Paragraph(Ficha.Cumplimiento ?? "")))]
                    : Array.Empty<TableRow>(),
            ]
        );
    }

    private Table Actions() =>
        TableOf(
            3,
            [
                Row(Cell(Paragraph("Acciones")), Cell(Paragraph("Inicio")), Cell(Paragraph("Fin"))),
                .. Ficha.Acciones.Select(row =>
                    Row(Cell(Paragraph("· " + row[0]), Paragraph("")), Cell(Broken(row[1])), Cell(Broken(row[2])))
                ),
                Row(Cell(Paragraph("")), Cell(Paragraph("")), Cell(Paragraph(""))),
            ]
        );

    private bool Kept(string label) =>
        !(IsAporte && label.Split(' ')[0] is ("Componente" or "Propuesta" or "Fecha"))
        && !Without.Any(word => label.StartsWith(word, StringComparison.Ordinal));
}
