using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;
using AgaBot.Plans.Files;
using AgaBot.Plans.Paper;

namespace AgaBot.Tests.Plans.Paper;

/// <summary>A ficha in one paste, in every layout in which people have one.</summary>
public sealed class PastedTextTests
{
    private static readonly Plan Plan = PlanFile.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "plans", "la-libertad-2016.json")), "la-libertad-2016.json");

    private static readonly string[] Whole =
    [
        "componente = Integridad pública",
        "propuesta = Publicar las visitas",
        "problema = Nadie sabe quién visita a quién",
        "objetivo = Que cualquiera pueda verlo",
        "responsable = Gobierno Regional La Libertad",
        "corresponsables = PCM, SERVIR",
        "acciones = Aprobar la directiva | jun 2016 | jul 2016\nPublicar cada día | ago 2016 | dic 2016",
        "cumplimiento = diciembre 2016",
    ];

    public static TheoryData<string, string> Layouts => new()
    {
        {
            "labels with a colon",
            """
            Componente: Integridad pública
            Propuesta de compromiso: Publicar las visitas
            Problema público: Nadie sabe quién visita a quién
            Objetivo: Que cualquiera pueda verlo
            Responsable: Gobierno Regional La Libertad
            Corresponsables: PCM, SERVIR
            Acciones:
            Aprobar la directiva; jun 2016; jul 2016
            Publicar cada día; ago 2016; dic 2016
            Fecha aproximada de cumplimiento: diciembre 2016
            """
        },
        {
            "labels above their answers, in capitals and without accents",
            """
            FICHA DE PROPUESTAS DE COMPROMISOS PARA EL PLAN DE ACCION

            COMPONENTE*
            Integridad pública

            PROPUESTA DE COMPROMISO
            Publicar las visitas

            PROBLEMA PUBLICO IDENTIFICADO POR LA ENTIDAD
            (breve descripción del problema)
            Nadie sabe quién visita a quién

            OBJETIVO
            (que se busca conseguir con la solución del problema público)
            Que cualquiera pueda verlo

            RESPONSABLE
            Gobierno Regional La Libertad

            CORESPONSABLE
            PCM, SERVIR

            ACCIONES
            • Aprobar la directiva; jun 2016; jul 2016
            • Publicar cada día; ago 2016; dic 2016

            FECHA APROXIMADA DE CUMPLIMIENTO DEL COMPROMISO
            diciembre 2016
            """
        },
        {
            "numbers before the labels",
            """
            1. Componente: Integridad pública
            2. Propuesta: Publicar las visitas
            3) Problema - Nadie sabe quién visita a quién
            4) OBJETIVO: Que cualquiera pueda verlo
            5.- Responsable: Gobierno Regional La Libertad
            6.- Co-responsables: PCM, SERVIR
            7. Acciones: Aprobar la directiva (jun 2016 – jul 2016)
            Publicar cada día (de ago 2016 a dic 2016)
            8. Fecha de cumplimiento: diciembre 2016
            """
        },
        {
            "rows of a table, with tabs",
            "Componente\tIntegridad pública\nPropuesta de compromiso\tPublicar las visitas\nProblema público identificado por la entidad\n"
            + "(breve descripción del problema)\tNadie sabe quién visita a quién\nObjetivo\tQue cualquiera pueda verlo\nResponsable\tGobierno Regional La Libertad\n"
            + "Corresponsables\tPCM, SERVIR\nAcciones\nAcciones\tInicio\tFin\nAprobar la directiva\tjun\n2016\tjul\n2016\nPublicar cada día\tago 2016\tdic 2016\n"
            + "Fecha aproximada de cumplimiento\tdiciembre 2016"
        },
        {
            "marked as a message is",
            """
            *Componente:* Integridad pública
            *Propuesta:* Publicar las visitas
            - *Problema:* Nadie sabe quién visita a quién
            - *Objetivo:* Que cualquiera pueda verlo
            **Responsable**: Gobierno Regional La Libertad
            **Corresponsables**: PCM, SERVIR
            *Acciones*
            1. Aprobar la directiva
            Inicio: jun 2016
            Fin: jul 2016
            2. Publicar cada día
            Inicio: ago 2016
            Fin: dic 2016
            *Cumplimiento:* diciembre 2016
            """
        },
        {
            "the bot's own review",
            """
            1. Componente: Integridad pública
            2. Propuesta de compromiso: Publicar las visitas
            3. Problema público: Nadie sabe quién visita a quién
            4. Objetivo: Que cualquiera pueda verlo
            5. Responsable: Gobierno Regional La Libertad
            6. Corresponsables: PCM, SERVIR
            7. Acciones:
            - Aprobar la directiva: jun 2016 – jul 2016
            - Publicar cada día: ago 2016 – dic 2016
            8. Fecha aproximada de cumplimiento: diciembre 2016
            """
        },
        {
            "in English",
            """
            Component: Integridad pública
            Proposed commitment: Publicar las visitas
            Public problem: Nadie sabe quién visita a quién
            Objective: Que cualquiera pueda verlo
            Responsible: Gobierno Regional La Libertad
            Co-responsible: PCM, SERVIR
            Actions:
            Aprobar la directiva; jun 2016; jul 2016
            Publicar cada día; ago 2016; dic 2016
            Approximate date of fulfilment: diciembre 2016
            """
        },
        {
            "a table as assistants write it",
            """
            | Campo | Respuesta |
            |---|:---:|
            | Componente | Integridad pública |
            | Propuesta de compromiso | Publicar las visitas |
            | Problema público | Nadie sabe quién visita a quién |
            | Objetivo | Que cualquiera pueda verlo |
            | Responsable | Gobierno Regional La Libertad |
            | Corresponsables | PCM, SERVIR |

            | Acciones | Inicio | Fin |
            |---|---|---|
            | Aprobar la directiva | jun 2016 | jul 2016 |
            | Publicar cada día | ago 2016 | dic 2016 |

            | Fecha aproximada de cumplimiento | diciembre 2016 |
            """
        },
        {
            "the questions as the bot asks them",
            """
            1. ¿En qué componente va su propuesta? Integridad pública
            2. ¿Qué propone? Publicar las visitas
            3. ¿Qué problema público busca resolver? Nadie sabe quién visita a quién
            4. ¿Qué se busca conseguir?
            Que cualquiera pueda verlo
            5. ¿Quién sería responsable de cumplirlo? Gobierno Regional La Libertad
            6. ¿Quiénes más deberían participar? PCM, SERVIR
            7. ¿Con qué acciones se lograría?
            Aprobar la directiva; jun 2016; jul 2016
            Publicar cada día; ago 2016; dic 2016
            8. ¿Para cuándo estaría cumplido? diciembre 2016
            """
        },
        {
            "other words for the fields",
            """
            Título: Publicar las visitas
            Componente: Integridad pública
            Problemática: Nadie sabe quién visita a quién
            Objetivo del compromiso: Que cualquiera pueda verlo
            Responsable principal: Gobierno Regional La Libertad
            Otras entidades involucradas: PCM, SERVIR
            Acciones / hitos:
            Aprobar la directiva, jun 2016 - jul 2016
            Publicar cada día, de ago 2016 a dic 2016
            Fecha aprox. de cumplimiento: diciembre 2016
            """
        },
        {
            "cells of a spreadsheet, parted by semicolons",
            """
            COMPONENTE;Integridad pública
            PROPUESTA;Publicar las visitas
            PROBLEMA;Nadie sabe quién visita a quién
            OBJETIVO;Que cualquiera pueda verlo
            RESPONSABLE;Gobierno Regional La Libertad
            CORRESPONSABLES;PCM, SERVIR
            ACCIONES;Aprobar la directiva;jun 2016;jul 2016
            Publicar cada día;ago 2016;dic 2016
            PLAZO;diciembre 2016
            """
        },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void A_whole_ficha_is_read_from_any_layout_near_the_forms(string layout, string text)
    {
        Assert.NotEmpty(layout);
        foreach (string line in (string[])["\n", "\r\n"])
        {
            PaperDocument read = PaperText.Read(text.ReplaceLineEndings(line))!;
            Assert.Equal(Whole, PaperWords.Of(Assert.Single(read.Fichas)));
            Assert.DoesNotContain(read.NotUnderstood, line => line is not "Campo\tRespuesta");
        }
    }

    [Theory]
    [InlineData("Componente: Integridad pública Propuesta de compromiso: Publicar las visitas Problema público (el de siempre): Nadie sabe OBJETIVO: Verlo")]
    [InlineData("Va mi ficha. Componente: Integridad pública; Propuesta de compromiso: Publicar las visitas; Problema: Nadie sabe / Objetivo: Verlo")]
    public void A_ficha_that_lost_its_line_breaks_is_read(string text) => Assert.Equal(
        ["componente = Integridad pública", "propuesta = Publicar las visitas", "problema = Nadie sabe", "objetivo = Verlo"],
        PaperWords.Of(Assert.Single(PaperText.Read(text)!.Fichas)));

    public static TheoryData<string> Questions => [.. FichaForm.Of(Plan).Questions.Select(question => question.Id)];

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_copied_with_its_answer_is_a_label(string id)
    {
        foreach (Words words in (Words[])[Words.Spanish, Words.English])
            Assert.Equal(new PaperLine(id, "Esto"), PaperLine.Read($"{words[$"ficha.{id}.ask"]} Esto"));
    }

    [Fact]
    public void Answers_with_the_forms_numbers_alone_are_read_in_its_order()
    {
        PaperDocument read = PaperText.ReadNumbered("1. Integridad pública\n2. Publicar las visitas\n3. Nadie sabe\nquién visita a quién\n4. Verlo")!;

        Assert.Equal(
            ["componente = Integridad pública", "propuesta = Publicar las visitas", "problema = Nadie sabe\nquién visita a quién", "objetivo = Verlo"],
            PaperWords.Of(Assert.Single(read.Fichas)));
    }

    [Fact]
    public void A_cell_of_several_lines_comes_from_a_spreadsheet_in_quotes()
    {
        PaperDocument read = PaperText.Read("Componente\tIntegridad pública\nPropuesta\t\"Publicar las \"\"visitas\"\"\ny las agendas\"\nObjetivo\tVerlo")!;

        Assert.Equal(
            ["componente = Integridad pública", "propuesta = Publicar las \"visitas\"\ny las agendas", "objetivo = Verlo"],
            PaperWords.Of(Assert.Single(read.Fichas)));
    }

    [Fact]
    public void What_is_named_without_an_answer_is_left_open_and_what_is_not_named_is_not()
    {
        PaperFicha read = Assert.Single(PaperText.Read("Componente: Integridad\nPropuesta: Publicar las visitas\nObjetivo:\nResponsable: (sin respuesta)")!.Fichas);

        Assert.Equal(["objetivo", "responsable"], read.LeftOpen.AsEnumerable());
    }

    [Fact]
    public void An_action_may_be_called_as_a_field_is()
    {
        PaperDocument read = PaperText.Read("Propuesta: x\nAcciones\tInicio\tFin\nPropuesta\tjul 2016\tjul 2016\nObjetivo\tago 2016\tset 2016\nCumplimiento: 2017")!;

        Assert.Equal(
            ["propuesta = x", "acciones = Propuesta | jul 2016 | jul 2016\nObjetivo | ago 2016 | set 2016", "cumplimiento = 2017"],
            PaperWords.Of(Assert.Single(read.Fichas)));
    }

    [Fact]
    public void Two_fichas_in_one_paste_are_two()
    {
        PaperDocument read = PaperText.Read("Componente: 1\nPropuesta: uno\nComponente: 2\nPropuesta: dos\nObjetivo: tres")!;

        Assert.Equal(
            [["componente = 1", "propuesta = uno"], ["componente = 2", "propuesta = dos", "objetivo = tres"]],
            read.Fichas.Select(PaperWords.Of));
    }

    [Theory]
    [InlineData("Componente: PCM", "componente = PCM")]
    [InlineData("Componente: 1", "componente = 1")]
    [InlineData("Fecha de cumplimiento: 2017", "cumplimiento = 2017")]
    [InlineData("Problema público (el de siempre): nadie publica", "problema = nadie publica")]
    [InlineData("Problema público identificado por la entidad: nadie publica", "problema = nadie publica")]
    public void No_answer_is_taken_for_a_part_of_its_label(string line, string read) =>
        Assert.Contains(read, PaperWords.Of(Assert.Single(PaperText.Read($"{line}\nObjetivo: x")!.Fichas)));

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
        Assert.Null(PaperText.Read(text));
        Assert.Null(PaperText.ReadNumbered(text));
    }
}
