using AgaBot.Forms;

namespace AgaBot.Tests.Forms;

internal static class SampleForms
{
    public static readonly Question.Choice Component = new(
        "componente",
        true,
        [
            new Option("transparencia", "Transparencia y acceso a la información pública", ["Transparencia y acceso a la información"]),
            new Option("servicios", "Mejora de los servicios públicos", ["Mejora de los servicios"]),
            new Option("integridad", "Integridad pública", ["Ética"]),
            new Option("comunidades", "Comunidades seguras", ["Seguridad ciudadana"]),
            new Option("participacion", "Participación ciudadana", []),
        ]
    );

    public static readonly Question.Rows Actions = new(
        "acciones",
        false,
        [
            new Column("accion", ColumnKind.Text, true) { Headings = ["accion", "acciones"] },
            new Column("inicio", ColumnKind.PlanDate, false),
            new Column("fin", ColumnKind.PlanDate, false),
        ],
        10
    );

    /// <summary>The eight questions of the paper form.</summary>
    public static readonly Form Ficha = new(
        "ficha",
        1,
        [
            Component,
            new Question.Text("propuesta", true, true),
            new Question.Text("problema", false, true),
            new Question.Text("objetivo", false, true),
            new Question.List("responsable", false),
            new Question.List("corresponsables", false),
            Actions,
            new Question.PlanDate("cumplimiento", false),
        ],
        true
    );

    /// <summary>Consent first, on one card, without a review.</summary>
    public static readonly Form Profile = new(
        "perfil",
        1,
        [
            new Question.YesNo("consentimiento", true) { OnlyYes = true },
            new Question.Text("nombre", true, false, 100),
            new Question.Choice(
                "genero",
                false,
                [new Option("f", "Femenino", []), new Option("m", "Masculino", []), new Option("x", "Prefiero no decirlo", [])]
            ),
        ],
        false
    );

    /// <summary>A form with every kind of question, and a question that is asked only after one option.</summary>
    public static readonly Form Consultation = new(
        "consulta",
        1,
        [
            new Question.Choice("tipo", true, [new Option("abierta", "Abierta", []), new Option("opciones", "Opciones", [])]),
            new Question.List("lista", true) { AskedWhen = new Condition("tipo", "opciones") },
            new Question.Number("meta", false, 0, 10_000),
            new Question.Date("dia", false),
            new Question.YesNo("publica", false),
            new Question.PlanDate("cierre", true),
        ],
        true
    );

    public static Form Of(Question question, bool hasReview = true) => new("una", 1, [question], hasReview);
}
