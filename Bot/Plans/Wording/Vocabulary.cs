using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.Wording;

/// <summary>What the words of a proposal tell of what it is about.</summary>
/// <param name="common">Words that stand in any proposal and tell nothing: articles, and what every plan is made of.</param>
/// <param name="synonyms">Words of one meaning in plans, in either language; the first of each stands for all.</param>
internal sealed class Vocabulary(ImmutableArray<string> common, ImmutableArray<ImmutableArray<string>> synonyms)
{
    private readonly Lazy<FrozenSet<string>> words = new(() => common.Select(Folding.ToWords).ToFrozenSet(StringComparer.Ordinal));
    private readonly Lazy<FrozenSet<string>> stems = new(() =>
        common.Select(static word => SpanishStem.Of(Folding.ToWords(word))).ToFrozenSet(StringComparer.Ordinal)
    );

    private readonly Lazy<FrozenDictionary<string, string>> meanings = new(() =>
        synonyms
            .SelectMany(static same =>
                same.Select(word => KeyValuePair.Create(Folding.ToWords(word), SpanishStem.Of(Folding.ToWords(same[0]))))
            )
            .ToFrozenDictionary(StringComparer.Ordinal)
    );

    /// <summary>The stems of the words that tell something, in their order. Numbers and single letters tell nothing.</summary>
    /// <param name="folded">As <see cref="Folding.ToWords"/> parts them.</param>
    public IEnumerable<string> Stems(IEnumerable<string> folded)
    {
        foreach (string word in folded)
        {
            if (word.Length < 2 || words.Value.Contains(word) || char.IsAsciiDigit(word[0]))
                continue;
            if (meanings.Value.GetValueOrDefault(word) is { } meaning)
                yield return meaning;
            else if (SpanishStem.Of(word) is var stem && !stems.Value.Contains(stem))
                yield return stem;
        }
    }
}
