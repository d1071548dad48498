using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.Wording;

/// <summary>Selects the words of a proposal that characterise its subject.</summary>
/// <param name="common">Words that occur in any proposal: articles, and the usual words of plans.</param>
/// <param name="synonyms">Groups of words with one meaning in plans, in either language; the first of a group represents it.</param>
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

    /// <summary>The stems of the characteristic words, in order. Numbers and single letters are ignored.</summary>
    /// <param name="folded">Words of <see cref="Folding.ToWords"/>.</param>
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
