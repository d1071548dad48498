using AgaBot.Tests.LaLibertad;
using DocumentFormat.OpenXml;
using static AgaBot.Tests.Plans.DocumentImport.TypedWord;

namespace AgaBot.Tests.Plans.DocumentImport;

/// <summary>
/// A resumen ejecutivo as the workshop's secretary typed it: prose, the table of participants, the list of commitments, seven fichas with
/// varying labels, three aportes and the conclusions.
/// </summary>
internal static class ResumenInWord
{
    /// <summary>The labels of the same field in the real document, by ficha.</summary>
    private static readonly string[] Corresponsables =
    [
        "Corresponsables",
        "Corresponsable",
        "Corresponsables",
        "Corresponsable",
        "Corresponsable",
        "Coresponsable",
        "Corresponsable",
    ];

    public static byte[] Of(Workshop workshop) =>
        Document([
            .. Prose(
                "RESUMEN EJECUTIVO",
                "PROPUESTA DE COMPROMISOS PARA EL PLAN DE ACCIÓN DE GOBIERNO 2016 – 2017",
                "1. Antecedentes",
                "La Alianza para el Gobierno Abierto (AGA) es una iniciativa multilateral voluntaria que busca mejorar "
                    + "el desempeño gubernamental.",
                "2. Objetivos",
                "Objetivo General",
                "Incorporar compromisos del nivel gobierno subnacional en el Plan de Acción de Gobierno Abierto al 2017.",
                "3. Participantes",
                "El taller contó con la participación de funcionarios de la Región La Libertad."
            ),
            TableOf(
                3,
                [
                    Row(
                        Cell(Paragraph("Organización")),
                        Cell(Paragraph("Número de participantes")),
                        Cell(Paragraph("Participantes Mujeres"))
                    ),
                    .. workshop.Participants.Select(row =>
                        Row(Cell(Paragraph(row.Organizacion)), Cell(Paragraph($"{row.Participantes}")), Cell(Paragraph($"{row.Mujeres}")))
                    ),
                ]
            ),
            .. Prose("4. Propuesta de compromisos de gobierno abierto", "Los grupos han propuesto los siguientes compromisos:"),
            ListOf(workshop),
            .. workshop.Fichas.SelectMany(
                (ficha, index) =>
                    new PaperForm(ficha)
                    {
                        Corresponsables = Corresponsables[index],
                        Title = $"{index + 1}. {TitleOf(ficha)}",
                        IsFramed = index == 3,
                    }.Elements()
            ),
            .. Prose(
                "5. Aportes adicionales",
                "Finalizado el evento, se recibieron aportes adicionales del Alcalde Distrital de Pacasmayo."
            ),
            .. workshop.Aportes.SelectMany(
                (aporte, index) =>
                    new PaperForm(aporte) { Corresponsables = "Corresponsable", Title = $"{index + 1}. {TitleOf(aporte)}" }.Elements()
            ),
            .. Prose("6. Conclusiones y recomendaciones", "· Se cumplieron con los objetivos establecidos para el evento regional."),
        ]);

    /// <summary>One sentence, as the real document names ficha 6 with its two bullets.</summary>
    private static string TitleOf(WorkshopProposal proposal) =>
        string.Join("; y ", proposal.Propuesta.Split('\n').Select(line => line.TrimStart('·', ' ').TrimEnd('.')));

    private static DocumentFormat.OpenXml.Wordprocessing.Table ListOf(Workshop workshop)
    {
        int number = 0;
        return TableOf(
            2,
            [
                Row(Cell(Paragraph("Componente")), Cell(Paragraph("Compromisos"))),
                .. workshop
                    .Fichas.GroupBy(ficha => ficha.Componente)
                    .Select(group =>
                        Row(Cell(Paragraph(group.Key!)), Cell([.. group.Select(ficha => Paragraph($"{++number}. {TitleOf(ficha)}"))]))
                    ),
            ]
        );
    }

    private static IEnumerable<OpenXmlElement> Prose(params string[] lines) => lines.Select(Paragraph);
}
