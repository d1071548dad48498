using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans;

/// <summary>Official terms with their meaning in this plan.</summary>
public sealed class Glossary
{
    /// <summary>Maximum UTF-16 code units of a meaning, short enough to read before continuing with a question.</summary>
    public const int LongestMeaning = 300;

    private readonly FrozenDictionary<string, GlossaryEntry> byTerm;

    /// <exception cref="ArgumentException">Two entries share a term.</exception>
    public Glossary(ImmutableArray<GlossaryEntry> entries)
    {
        Entries = entries;
        byTerm = entries
            .SelectMany(entry => entry.AllTerms.Select(Folding.ToWords).Distinct().Select(term => KeyValuePair.Create(term, entry)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static Glossary Empty { get; } = new([]);

    public ImmutableArray<GlossaryEntry> Entries { get; }

    /// <summary>
    /// The entry of a term, in any case, with or without accents, or misspelt if only one entry is near. Null if there is none.
    /// </summary>
    public GlossaryEntry? Find(string term)
    {
        string folded = Folding.ToWords(term);
        if (byTerm.TryGetValue(folded, out GlossaryEntry? entry))
            return entry;
        return Misspelling.Nearest(folded, byTerm.Keys, (one, other) => byTerm[one] == byTerm[other]) is { } near ? byTerm[near] : null;
    }
}

/// <param name="Terms">In the plan's language; <paramref name="EnglishTerms"/> are in English. The first of each is shown.</param>
public sealed record GlossaryEntry(ImmutableArray<string> Terms, ImmutableArray<string> EnglishTerms, PlanText Meaning)
{
    public IEnumerable<string> AllTerms => Terms.Concat(EnglishTerms);

    /// <param name="language">See <see cref="PlanText.In"/>.</param>
    public string NameIn(string language) => language == "en" ? EnglishTerms[0] : Terms[0];
}
