using System.Collections.Immutable;

namespace AgaBot.Plans.Suggestions;

/// <summary>Looks for one thing that a proposal could say better. What it looks for is data; how is one of the kinds below this type.</summary>
/// <param name="QuestionId">Whose answer would carry what is suggested.</param>
internal abstract record SuggestionRule(string Id, string QuestionId, ImmutableArray<RuleExample> Examples)
{
    /// <summary>Null where there is nothing to suggest.</summary>
    public abstract Suggestion? Check(ProposalText written);
}

/// <summary>Answers with what a rule has to say of them: its documentation, and its test.</summary>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
/// <param name="Answers">By question id, as somebody would type them.</param>
/// <param name="Why">For whoever changes the rule.</param>
internal sealed record RuleExample(string Language, ImmutableSortedDictionary<string, string> Answers, bool Fires, string Why);
