using System.Collections.Immutable;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Suggestions;

/// <summary>
/// A concrete entity is responsible: the answer is not empty and names not only kinds of entities, such as "gobiernos locales".
/// </summary>
/// <param name="Kinds">Words that name no concrete entity if they are the whole entry.</param>
internal sealed record SomebodyResponsible(string Id, string QuestionId, ImmutableArray<RuleExample> Examples, WordList Kinds)
    : SuggestionRule(Id, QuestionId, Examples)
{
    public override Suggestion? Check(ProposalText written) => IsSomebody(written) ? null : new Suggestion(Id, QuestionId);

    public bool IsSomebody(ProposalText written) => written.Sentences(QuestionId).SelectMany(Entries).Any(entry => !IsKind(entry));

    private bool IsKind(string[] entry) => Kinds.LengthAt(entry) == entry.Length;

    /// <summary>An entry may contain two entities joined by "y".</summary>
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
