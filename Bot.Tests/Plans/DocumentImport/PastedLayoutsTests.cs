using AgaBot.Plans.DocumentImport;

namespace AgaBot.Tests.Plans.DocumentImport;

/// <summary>A whole ficha in one paste, in the layouts that people use.</summary>
public sealed class PastedLayoutsTests
{
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

    public static TheoryData<string, string> Layouts =>
        new()
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
                "Componente\tIntegridad pública\nPropuesta de compromiso\tPublicar las visitas\nProblema público identificado "
                    + "por la entidad\n"
                    + "(breve descripción del problema)\tNadie sabe quién visita a quién\nObjetivo\tQue cualquiera pueda verlo\n"
                    + "Responsable\tGobierno Regional La Libertad\n"
                    + "Corresponsables\tPCM, SERVIR\nAcciones\nAcciones\tInicio\tFin\nAprobar la directiva\tjun\n2016\tjul\n"
                    + "2016\nPublicar cada día\tago 2016\tdic 2016\n"
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
            ImportedDocument read = PlainTextReader.Read(text.ReplaceLineEndings(line))!;
            Assert.Equal(Whole, FichaLines.Of(Assert.Single(read.Fichas)));
            Assert.DoesNotContain(read.NotUnderstood, line => line is not "Campo\tRespuesta");
        }
    }
}
