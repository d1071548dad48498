using System.Collections.Immutable;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Suggestions;

/// <summary>The rules of <c>advice/proposals.json</c>.</summary>
internal sealed record SuggestionRules(
    VerifiableResult Result,
    ProblemNotSolution Problem,
    DatedAction Action,
    SomebodyResponsible Responsible,
    EvaluatorLens Lens,
    Vocabulary Vocabulary
)
{
    /// <summary>Maximum number of suggestions; more would read like a list of errors.</summary>
    public const int Most = 3;

    /// <summary>The most helpful rules come first.</summary>
    public ImmutableArray<SuggestionRule> InOrder => [Result, Problem, Action, Responsible];

    /// <summary>At most <see cref="Most"/> suggestions. Pure: same answers and rules, same suggestions.</summary>
    /// <param name="ignored">Ids of the rules that the author dismissed.</param>
    public ImmutableArray<Suggestion> Suggest(ProposalText written, ImmutableSortedSet<string> ignored) =>
        [.. InOrder.Where(rule => !ignored.Contains(rule.Id)).Select(rule => rule.Check(written)).OfType<Suggestion>().Take(Most)];
}
