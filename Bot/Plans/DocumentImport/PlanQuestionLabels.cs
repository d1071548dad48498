using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.DocumentImport;

/// <summary>The labels of the plan's own questions: their names, in both languages.</summary>
internal sealed class PlanQuestionLabels
{
    public static PlanQuestionLabels None { get; } = new([]);

    private readonly FrozenDictionary<string, string> ids;

    private PlanQuestionLabels(ImmutableArray<PlanQuestion> questions)
    {
        Ids = [.. questions.Select(static question => question.Id)];
        // A name that two questions share belongs to the first.
        ids = questions
            .SelectMany(static question =>
                (KeyValuePair<string, string>[])
                    [new(Folding.ToWords(question.Spanish.Name), question.Id), new(Folding.ToWords(question.English.Name), question.Id)]
            )
            .DistinctBy(static name => name.Key)
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>In the order of the questions.</summary>
    public ImmutableArray<string> Ids { get; }

    public static PlanQuestionLabels Of(Plan plan) => plan.Questions.IsEmpty ? None : new(plan.Questions);

    /// <param name="folded">A result of <see cref="Folding.ToWords"/>.</param>
    public string? Find(string folded) => ids.GetValueOrDefault(folded);
}
