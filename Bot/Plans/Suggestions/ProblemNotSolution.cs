using System.Collections.Immutable;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Suggestions;

/// <summary>
/// A problem that is not the solution restated. It is restated where each of its sentences says no more than that what is proposed is lacking
/// ("falta de planes de prevención"), or where one says what is wanted and nothing that is wrong ("actualización oportuna de la información").
/// Whoever says what comes of it ("que impide ...") has told the problem.
/// </summary>
/// <param name="Lacks">Beginnings of a sentence that says that something is not there.</param>
/// <param name="Harms">What only stands where something is wrong.</param>
/// <param name="Consequences">What leads to what comes of it.</param>
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
    /// <summary>Of a sentence that something is lacking: how much of it is in what is proposed, sought or done.</summary>
    private const double LackShare = 0.5;

    /// <summary>Of a sentence in which nothing is wrong: how much of it is in what is proposed or sought, and at least two words.</summary>
    private const double WishShare = 0.6;

    private const int FewestShared = 2;

    public override Suggestion? Check(ProposalText written)
    {
        ImmutableArray<string> sentences = written.Sentences(QuestionId);
        if (sentences.IsEmpty || sentences.Any(sentence => Consequences.IsIn(ProposalText.Words(sentence))))
            return null;

        HashSet<string> sought = Stems(written.Words(FichaForm.Propuesta, FichaForm.Objetivo));
        if (sentences.FirstOrDefault(sentence => IsWish(sentence, sought)) is { } wish)
            return new Suggestion(Id, QuestionId, wish);

        HashSet<string> done = [.. sought, .. Stems(written.Words(FichaForm.Acciones))];
        return sentences.All(sentence => IsLack(sentence, done)) ? new Suggestion(Id, QuestionId, sentences[0]) : null;
    }

    private bool IsWish(string sentence, HashSet<string> sought)
    {
        string[] words = ProposalText.Words(sentence);
        return !Harms.IsIn(words) && Lacks.LengthAt(words) == 0 && Share(words, sought) >= WishShare;
    }

    private bool IsLack(string sentence, HashSet<string> done)
    {
        string[] words = ProposalText.Words(sentence);
        return Lacks.LengthAt(words) is > 0 and var lack && Share(words[lack..], done) >= LackShare;
    }

    private double Share(string[] words, HashSet<string> of)
    {
        HashSet<string> stems = Stems(words);
        int shared = stems.Count(of.Contains);
        return shared < FewestShared ? 0 : (double)shared / stems.Count;
    }

    private HashSet<string> Stems(string[] words) => [.. Vocabulary.Stems(words)];
}
