namespace AgaBot.Plans.Suggestions;

/// <summary>What would make a proposal better, found by a rule. It is gentle: nothing depends on it.</summary>
/// <param name="RuleId">Names its sentence among the texts, and what the author ignored.</param>
/// <param name="QuestionId">Whose answer would carry it.</param>
/// <param name="Words">The author's words that it is about; empty where it is about what is not there.</param>
internal sealed record Suggestion(string RuleId, string QuestionId, string Words = "");
