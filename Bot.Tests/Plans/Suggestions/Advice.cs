using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Reading;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.Files;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Suggestions;
using AgaBot.Tests.LaLibertad;

namespace AgaBot.Tests.Plans.Suggestions;

/// <summary>The rules of the bot and the plan of the workshop.</summary>
internal static class Advice
{
    private static readonly DateOnly Day = new(2016, 5, 11);

    public static SuggestionRules Rules { get; } =
        AdviceFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "advice", "proposals.json")), "proposals.json");

    public static Plan LaLibertad { get; } =
        PlanFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "plans", "la-libertad-2016.json")), "la-libertad-2016.json");

    /// <summary>The fichas and aportes of the workshop, as "ficha 1" to "aporte 3".</summary>
    public static ImmutableArray<(string Name, WorkshopProposal Proposal)> Ten()
    {
        Workshop workshop = Workshop.Load();
        return
        [
            .. workshop.Fichas.Select((ficha, index) => ($"ficha {index + 1}", ficha)),
            .. workshop.Aportes.Select((aporte, index) => ($"aporte {index + 1}", aporte)),
        ];
    }

    public static ImmutableSortedDictionary<string, Answer> AnswersOf(WorkshopProposal proposal)
    {
        Form form = proposal.Componente is null ? AporteForm.Of(LaLibertad) : FichaForm.Of(LaLibertad);
        return FormWalk
            .Prefill(
                form,
                FormSession.Start("taller", form),
                [
                    Said(FichaForm.Componente, proposal.Componente ?? ""),
                    Said(FichaForm.Propuesta, proposal.Propuesta),
                    Said(FichaForm.Problema, proposal.Problema),
                    Said(FichaForm.Objetivo, proposal.Objetivo),
                    Said(FichaForm.Responsable, proposal.Responsable),
                    Said(FichaForm.Corresponsables, proposal.Corresponsables),
                    new PrefillAnswer(FichaForm.Acciones, "", proposal.Acciones),
                    Said(FichaForm.Cumplimiento, proposal.Cumplimiento ?? ""),
                ],
                [],
                Day
            )
            .Session.Answers;
    }

    /// <summary>Answers as a person types them; the rows of a table are lines with semicolons.</summary>
    public static ImmutableSortedDictionary<string, Answer> Typed(ImmutableSortedDictionary<string, string> written)
    {
        Form form = AporteForm.Of(LaLibertad);
        return written
            .Select(answer => (answer.Key, Reading: AnswerReader.Read(form.Find(answer.Key)!, answer.Value, Day)))
            .ToImmutableSortedDictionary(
                answer => answer.Key,
                answer => ((ParseResult.Understood)answer.Reading).Answer,
                StringComparer.Ordinal
            );
    }

    private static PrefillAnswer Said(string questionId, string words) => new(questionId, words, []);
}
