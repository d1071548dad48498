using System.Collections.Immutable;

namespace AgaBot.Plans.Suggestions;

/// <summary>Checks one quality of a proposal. The words to look for are data; each subtype defines how to look for them.</summary>
/// <param name="QuestionId">The question whose answer would contain the suggestion.</param>
internal abstract record SuggestionRule(string Id, string QuestionId, ImmutableArray<RuleExample> Examples)
{
    /// <summary>Null if there is nothing to suggest.</summary>
    public abstract Suggestion? Check(ProposalText written);
}

/// <summary>Answers with the expected result of a rule: its documentation and its test.</summary>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
/// <param name="Answers">By question id, as a person would type them.</param>
/// <param name="Why">For the maintainers of the rule.</param>
internal sealed record RuleExample(string Language, ImmutableSortedDictionary<string, string> Answers, bool Fires, string Why);
