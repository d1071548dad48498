using System.Collections.Immutable;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Suggestions;

/// <summary>Somebody who could be asked: not empty, and not only kinds of entities, as "gobiernos locales" is.</summary>
/// <param name="Kinds">What names no entity where it is the whole entry.</param>
internal sealed record SomebodyResponsible(string Id, string QuestionId, ImmutableArray<RuleExample> Examples, WordList Kinds)
    : SuggestionRule(Id, QuestionId, Examples)
{
    public override Suggestion? Check(ProposalText written) => IsSomebody(written) ? null : new Suggestion(Id, QuestionId);

    public bool IsSomebody(ProposalText written) => written.Sentences(QuestionId).SelectMany(Entries).Any(entry => !IsKind(entry));

    private bool IsKind(string[] entry) => Kinds.LengthAt(entry) == entry.Length;

    /// <summary>One entry may hold two that are joined by "y".</summary>
    private static IEnumerable<string[]> Entries(string entry)
    {
        var words = new List<string>();
        foreach (string word in ProposalText.Words(entry).Append("y"))
        {
            if (word is not ("y" or "e" or "and"))
            {
                words.Add(word);
                continue;
            }
            if (words.Count > 0)
                yield return [.. words];
            words.Clear();
        }
    }
}
