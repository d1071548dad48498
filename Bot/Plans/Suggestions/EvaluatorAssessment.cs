using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.Suggestions;

/// <summary>
/// A proposal as an evaluator of the Independent Reporting Mechanism would read it: verifiability, relevance, ambition. Advice, not a score:
/// it says what was found and what was not, and adds nothing up. Pure, and by the same rules as the suggestions.
/// </summary>
/// <param name="Dated">How many of the <paramref name="Actions"/> have a date.</param>
/// <param name="Values">Ids of the open-government values that its words speak of.</param>
internal sealed record EvaluatorAssessment(
    bool SaysWhat,
    bool SaysWho,
    bool SaysWhen,
    int Actions,
    int Dated,
    ImmutableArray<string> Values,
    PotentialChange Change
)
{
    private static readonly string[] Read = [FichaForm.Propuesta, FichaForm.Objetivo, FichaForm.Acciones];

    public static EvaluatorAssessment Of(ImmutableSortedDictionary<string, Answer> answers, SuggestionRules rules)
    {
        var written = new ProposalText(answers);
        string[] words = written.Words(Read);
        int dated = rules.Action.CountDated(written);
        return new EvaluatorAssessment(
            rules.Result.IsVerifiable(written),
            rules.Responsible.IsSomebody(written),
            dated > 0 || written.IsAnswered(FichaForm.Cumplimiento),
            written.Rows(FichaForm.Acciones).Length,
            dated,
            [.. rules.Lens.Values.Where(value => value.Words.IsIn(words)).Select(static value => value.Id)],
            ChangeOf(words, rules.Lens)
        );
    }

    private static PotentialChange ChangeOf(string[] words, EvaluatorLens lens) =>
        lens.Rules.IsIn(words) ? PotentialChange.Rule
        : lens.Mechanisms.IsIn(words) ? PotentialChange.Mechanism
        : lens.Activities.IsIn(words) ? PotentialChange.ActivitiesAlone
        : PotentialChange.Unclear;
}

/// <summary>What would be another when the commitment is fulfilled, as far as its words say.</summary>
internal enum PotentialChange
{
    /// <summary>A rule that binds is created or changed.</summary>
    Rule,

    /// <summary>Something is created that stays.</summary>
    Mechanism,

    /// <summary>Things happen, as trainings do, and are over.</summary>
    ActivitiesAlone,

    Unclear,
}
