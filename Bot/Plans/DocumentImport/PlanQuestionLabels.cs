using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.DocumentImport;

/// <summary>What a plan's own questions are called on paper: by their names, in either language.</summary>
internal sealed class PlanQuestionLabels
{
    public static PlanQuestionLabels None { get; } = new([]);

    private readonly FrozenDictionary<string, string> ids;

    private PlanQuestionLabels(ImmutableArray<PlanQuestion> questions)
    {
        Ids = [.. questions.Select(static question => question.Id)];
        // A name that two have is the first one's.
        ids = questions
            .SelectMany(static question =>
                (KeyValuePair<string, string>[])
                    [new(Folding.ToWords(question.Spanish.Name), question.Id), new(Folding.ToWords(question.English.Name), question.Id)]
            )
            .DistinctBy(static name => name.Key)
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>In the order in which they are asked.</summary>
    public ImmutableArray<string> Ids { get; }

    public static PlanQuestionLabels Of(Plan plan) => plan.Questions.IsEmpty ? None : new(plan.Questions);

    /// <param name="folded">As <see cref="Folding.ToWords"/> gives it.</param>
    public string? Find(string folded) => ids.GetValueOrDefault(folded);
}
