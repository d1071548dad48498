using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.Suggestions;

/// <summary>
/// Assesses a proposal like an evaluator of the Independent Reporting Mechanism: verifiability, relevance, ambition. The result lists what
/// was found and what is missing, without a score. Pure, with the same rules as the suggestions.
/// </summary>
/// <param name="Dated">Number of <paramref name="Actions"/> with a date.</param>
/// <param name="Values">Ids of the open-government values that the text mentions.</param>
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

    private static PotentialChange ChangeOf(string[] words, EvaluatorLens lens)
    {
        if (lens.Rules.IsIn(words))
            return PotentialChange.Rule;
        if (lens.Mechanisms.IsIn(words))
            return PotentialChange.Mechanism;
        return lens.Activities.IsIn(words) ? PotentialChange.ActivitiesAlone : PotentialChange.Unclear;
    }
}

/// <summary>What the commitment would change, according to its text.</summary>
internal enum PotentialChange
{
    /// <summary>A binding rule is created or changed.</summary>
    Rule,

    /// <summary>Something permanent is created.</summary>
    Mechanism,

    /// <summary>Only temporary activities, such as trainings.</summary>
    ActivitiesAlone,

    Unclear,
}
