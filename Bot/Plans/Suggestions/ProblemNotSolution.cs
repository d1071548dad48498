using System.Collections.Immutable;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Suggestions;

/// <summary>
/// The problem is not merely the solution restated. It is restated if it says the same as the objective, if every sentence only says that
/// what is proposed is lacking, or if a sentence says what is wanted and nothing that is wrong ("actualización de la información").
/// A sentence with a consequence ("que impide ...") describes a problem, and so does the lack of something other than the proposal itself.
/// </summary>
/// <param name="Lacks">First words of a sentence about something that is lacking.</param>
/// <param name="Harms">Words that occur only if something is wrong.</param>
/// <param name="Consequences">Words that introduce a consequence.</param>
internal sealed record ProblemNotSolution(
    string Id,
    string QuestionId,
    ImmutableArray<RuleExample> Examples,
    WordList Lacks,
    WordList Harms,
    WordList Consequences,
    Vocabulary Vocabulary
) : SuggestionRule(Id, QuestionId, Examples)
{
    /// <summary>The problem and the objective say the same.</summary>
    public const string Same = "Same";

    /// <summary>The problem says that the proposal is lacking.</summary>
    public const string Lack = "Lack";

    /// <summary>Minimum share of the words of a sentence about a lack that occur in the proposal or objective.</summary>
    private const double LackShare = 0.9;

    /// <summary>Minimum share, and at least two words, of a sentence without harm that occur in the proposal or objective.</summary>
    private const double WishShare = 0.6;

    private const int FewestShared = 2;

    public override Suggestion? Check(ProposalText written)
    {
        if (SaysTheObjective(written))
            return new Suggestion(Id, QuestionId) { Variant = Same };
        ImmutableArray<string> sentences = written.Sentences(QuestionId);
        if (sentences.IsEmpty || sentences.Any(sentence => Consequences.IsIn(ProposalText.Words(sentence))))
            return null;

        HashSet<string> sought = Stems(written.Words(FichaForm.Propuesta, FichaForm.Objetivo));
        if (sentences.FirstOrDefault(sentence => IsWish(sentence, sought)) is { } wish)
            return new Suggestion(Id, QuestionId, wish);
        return sentences.All(sentence => IsLack(sentence, sought)) ? new Suggestion(Id, QuestionId, sentences[0]) { Variant = Lack } : null;
    }

    private bool SaysTheObjective(ProposalText written) =>
        written.Words(QuestionId) is { Length: > 0 } problem && problem.AsSpan().SequenceEqual(written.Words(FichaForm.Objetivo));

    private bool IsWish(string sentence, HashSet<string> sought)
    {
        string[] words = ProposalText.Words(sentence);
        return !Harms.IsIn(words) && Lacks.LengthAt(words) == 0 && Share(words, sought) >= WishShare;
    }

    private bool IsLack(string sentence, HashSet<string> sought)
    {
        string[] words = ProposalText.Words(sentence);
        return Lacks.LengthAt(words) is > 0 and var lack && Share(words[lack..], sought) >= LackShare;
    }

    private double Share(string[] words, HashSet<string> of)
    {
        HashSet<string> stems = Stems(words);
        int shared = stems.Count(of.Contains);
        return shared < FewestShared ? 0 : (double)shared / stems.Count;
    }

    private HashSet<string> Stems(string[] words) => [.. Vocabulary.Stems(words)];
}
