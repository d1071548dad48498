using System.Collections.Immutable;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.Files;

/// <summary>Parses the questions that a plan file adds to the ficha.</summary>
internal static class PlanQuestionReader
{
    private const int LongestText = 300;

    private static readonly string[] Parts = ["name", "ask", "help", "example"];

    private static readonly string[] OfThePaperForm =
    [
        FichaForm.Componente,
        FichaForm.Propuesta,
        FichaForm.Problema,
        FichaForm.Objetivo,
        FichaForm.Responsable,
        FichaForm.Corresponsables,
        FichaForm.Acciones,
        FichaForm.Cumplimiento,
        FichaForm.Accion,
        FichaForm.Inicio,
        FichaForm.Fin,
    ];

    /// <returns>Empty if the file has no <c>questions</c>.</returns>
    public static ImmutableArray<PlanQuestion> Read(string file, PlanObject plan)
    {
        if (!plan.Has("questions"))
            return [];
        var ids = new HashSet<string>(OfThePaperForm, StringComparer.Ordinal);
        return [.. plan.Objects("questions").Select(node => Read(file, node, ids))];
    }

    private static PlanQuestion Read(string file, PlanNode node, HashSet<string> ids)
    {
        var question = new PlanObject(file, "a question", node, ["id", "kind", .. Parts]);
        string id = question.Id();
        if (!id.All(static character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)))
            throw question.Fault(question.Value("id"), $"\"{id}\" cannot be a question's id: lower-case letters a to z and digits can.");
        if (!ids.Add(id))
            throw question.Fault(question.Value("id"), $"the ficha asks \"{id}\" already.");
        return new PlanQuestion(id, Kind(question), Texts(file, question, "es"), Texts(file, question, "en"));
    }

    private static PlanQuestionKind Kind(PlanObject question) =>
        question.Text("kind") switch
        {
            "text" => PlanQuestionKind.Text,
            "line" => PlanQuestionKind.Line,
            "list" => PlanQuestionKind.List,
            "date" => PlanQuestionKind.Date,
            var other => throw question.Fault(
                question.Value("kind"),
                $"\"{other}\" is no kind of question; text, line, list and date are."
            ),
        };

    private static PlanQuestionTexts Texts(string file, PlanObject question, string language)
    {
        string[] texts = [.. Parts.Select(part => Text(file, question, part, language))];
        return new PlanQuestionTexts(texts[0], texts[1], texts[2], texts[3]);
    }

    private static string Text(string file, PlanObject question, string part, string language)
    {
        var both = new PlanObject(file, $"\"{part}\"", question.Value(part), "es", "en");
        string text = both.Text(language);
        return text.Length <= LongestText
            ? text
            : throw both.Fault(both.Value(language), $"this has {text.Length} characters; people read {LongestText}.");
    }
}
