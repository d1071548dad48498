namespace AgaBot.Plans.Suggestions;

/// <summary>An improvement of a proposal, found by a rule. The author may ignore it.</summary>
/// <param name="RuleId">Key of what the author ignored.</param>
/// <param name="QuestionId">The question whose answer would contain the improvement.</param>
/// <param name="Words">The author's words that it concerns; empty if it concerns something missing.</param>
internal sealed record Suggestion(string RuleId, string QuestionId, string Words = "")
{
    /// <summary>Which of the rule's texts says it; empty for the first.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Key of the text.</summary>
    public string TextId => RuleId + Variant;
}
