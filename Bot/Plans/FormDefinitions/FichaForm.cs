using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Plans.FormDefinitions;

/// <summary>The ficha: the eight questions of the paper form in order, then those of the plan. Only the first two are required.</summary>
public static class FichaForm
{
    public const string Id = "ficha";

    public const string Componente = "componente";
    public const string Propuesta = "propuesta";
    public const string Problema = "problema";
    public const string Objetivo = "objetivo";
    public const string Responsable = "responsable";
    public const string Corresponsables = "corresponsables";
    public const string Acciones = "acciones";
    public const string Cumplimiento = "cumplimiento";

    /// <summary>Columns of <see cref="Acciones"/>.</summary>
    public const string Accion = "accion";
    public const string Inicio = "inicio";
    public const string Fin = "fin";

    private static readonly ImmutableArray<Column> Columns =
    [
        new Column(Accion, ColumnKind.Text, Required: true)
        {
            Headings = ["accion", "acciones", "actividad", "actividades", "tarea", "tareas", "action", "actions", "activity", "activities"],
        },
        new Column(Inicio, ColumnKind.PlanDate, Required: false)
        {
            Headings = ["inicio", "fecha inicio", "comienzo", "desde", "start", "start date"],
        },
        new Column(Fin, ColumnKind.PlanDate, Required: false)
        {
            Headings = ["fin", "fecha fin", "final", "fecha final", "termino", "fecha termino", "hasta", "end", "end date"],
        },
    ];

    /// <summary>The questions that a ficha shares with an aporte: from the proposal to its actions.</summary>
    internal static ImmutableArray<Question> Shared(Plan plan) =>
        [
            new Question.Text(Propuesta, Required: true, Multiline: true),
            new Question.Text(Problema, Required: false, Multiline: true) { WithNext = true },
            new Question.Text(Objetivo, Required: false, Multiline: true),
            new Question.List(Responsable, Required: false) { Names = plan.Entities, WithNext = true },
            new Question.List(Corresponsables, Required: false) { Names = plan.Entities },
            new Question.Rows(Acciones, Required: false, Columns) { Plan = plan.Period },
        ];

    public static Form Of(Plan plan) =>
        new(
            Id,
            Version: 1 + plan.Questions.Length,
            [
                new Question.Choice(Componente, Required: true, [.. plan.Components.Select(Option)]),
                .. Shared(plan),
                new Question.PlanDate(Cumplimiento, Required: false) { Plan = plan.Period },
                .. plan.Questions.Select(question => question.ToQuestion(plan.Period)),
            ],
            HasReview: true
        );

    /// <summary>The component of a ficha; null until it is answered.</summary>
    public static string? ComponentOf(FormSession session) => session.Answer<Answer.Choice>(Componente)?.OptionId;

    private static Option Option(Component component) =>
        new(component.Id, component.Name, component.Aliases) { Covers = component.Covers, Example = component.Example };
}
