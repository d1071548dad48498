using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.Files;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Tests.Plans.DocumentImport;

/// <summary>Which parts of a paste are labels, answers or neither.</summary>
public sealed class PastedTextTests
{
    private static readonly Plan Plan = PlanFile.Read(
        File.ReadAllBytes(Path.Combine(Repository.Root, "plans", "la-libertad-2016.json")),
        "la-libertad-2016.json"
    );

    [Theory]
    [InlineData(
        "Componente: Integridad pública Propuesta de compromiso: Publicar las visitas Problema público (el de "
            + "siempre): Nadie sabe OBJETIVO: Verlo"
    )]
    [InlineData(
        "Va mi ficha. Componente: Integridad pública; Propuesta de compromiso: Publicar las visitas; Problema: Nadie sabe / Objetivo: Verlo"
    )]
    public void A_ficha_that_lost_its_line_breaks_is_read(string text) =>
        Assert.Equal(
            ["componente = Integridad pública", "propuesta = Publicar las visitas", "problema = Nadie sabe", "objetivo = Verlo"],
            FichaLines.Of(Assert.Single(PlainTextReader.Read(text)!.Fichas))
        );

    public static TheoryData<string> Questions => [.. FichaForm.Of(Plan).Questions.Select(question => question.Id)];

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_copied_with_its_answer_is_a_label(string id)
    {
        foreach (Words words in (Words[])[Words.Spanish, Words.English])
            Assert.Equal(new LabelledLine(id, "Esto"), LabelledLine.Read($"{words[$"ficha.{id}.ask"]} Esto"));
    }

    [Fact]
    public void Answers_with_the_forms_numbers_alone_are_read_in_its_order()
    {
        ImportedDocument read = PlainTextReader.ReadNumbered(
            "1. Integridad pública\n2. Publicar las visitas\n3. Nadie sabe\nquién visita a quién\n4. Verlo"
        )!;

        Assert.Equal(
            [
                "componente = Integridad pública",
                "propuesta = Publicar las visitas",
                "problema = Nadie sabe\nquién visita a quién",
                "objetivo = Verlo",
            ],
            FichaLines.Of(Assert.Single(read.Fichas))
        );
    }

    [Fact]
    public void A_cell_of_several_lines_comes_from_a_spreadsheet_in_quotes()
    {
        ImportedDocument read = PlainTextReader.Read(
            "Componente\tIntegridad pública\nPropuesta\t\"Publicar las \"\"visitas\"\"\ny las agendas\"\nObjetivo\tVerlo"
        )!;

        Assert.Equal(
            ["componente = Integridad pública", "propuesta = Publicar las \"visitas\"\ny las agendas", "objetivo = Verlo"],
            FichaLines.Of(Assert.Single(read.Fichas))
        );
    }

    [Fact]
    public void What_is_named_without_an_answer_is_left_open_and_what_is_not_named_is_not()
    {
        ImportedFicha read = Assert.Single(
            PlainTextReader.Read("Componente: Integridad\nPropuesta: Publicar las visitas\nObjetivo:\nResponsable: (sin respuesta)")!.Fichas
        );

        Assert.Equal(["objetivo", "responsable"], read.LeftOpen.AsEnumerable());
    }

    [Fact]
    public void An_action_may_be_called_as_a_field_is()
    {
        ImportedDocument read = PlainTextReader.Read(
            "Propuesta: x\nAcciones\tInicio\tFin\nPropuesta\tjul 2016\tjul 2016\nObjetivo\tago 2016\tset 2016\nCumplimiento: 2017"
        )!;

        Assert.Equal(
            ["propuesta = x", "acciones = Propuesta | jul 2016 | jul 2016\nObjetivo | ago 2016 | set 2016", "cumplimiento = 2017"],
            FichaLines.Of(Assert.Single(read.Fichas))
        );
    }

    [Fact]
    public void Two_fichas_in_one_paste_are_two()
    {
        ImportedDocument read = PlainTextReader.Read("Componente: 1\nPropuesta: uno\nComponente: 2\nPropuesta: dos\nObjetivo: tres")!;

        Assert.Equal(
            [
                ["componente = 1", "propuesta = uno"],
                ["componente = 2", "propuesta = dos", "objetivo = tres"],
            ],
            read.Fichas.Select(FichaLines.Of)
        );
    }

    [Theory]
    [InlineData("Componente: PCM", "componente = PCM")]
    [InlineData("Componente: 1", "componente = 1")]
    [InlineData("Fecha de cumplimiento: 2017", "cumplimiento = 2017")]
    [InlineData("Problema público (el de siempre): nadie publica", "problema = nadie publica")]
    [InlineData("Problema público identificado por la entidad: nadie publica", "problema = nadie publica")]
    public void No_answer_is_taken_for_a_part_of_its_label(string line, string read) =>
        Assert.Contains(read, FichaLines.Of(Assert.Single(PlainTextReader.Read($"{line}\nObjetivo: x")!.Fichas)));

    [Theory]
    [InlineData("Mejorar el portal\ny las oficinas")]
    [InlineData("Objetivo: que la gente\npueda ver las visitas")]
    [InlineData("El problema es este: nadie publica\nEl objetivo es que publiquen: todos")]
    [InlineData("Responsable de esto: todos\nObjetivos como este: ninguno")]
    [InlineData("Nuestro objetivo: uno. El problema es este: dos. Responsable: todos. Plazo: un año")]
    [InlineData("1. Uno\n2. Dos")]
    [InlineData("1 de mayo\n2 de mayo\n3 de mayo")]
    public void An_ordinary_answer_is_no_ficha(string text)
    {
        Assert.Null(PlainTextReader.Read(text));
        Assert.Null(PlainTextReader.ReadNumbered(text));
    }
}
