using System.Collections.Immutable;

namespace AgaBot.Plans.Similar;

/// <summary>The best matches so far, at most <paramref name="most"/>, with a score of at least <paramref name="atLeast"/>.</summary>
internal sealed class TopMatches(int most, double atLeast)
{
    /// <summary>Tolerance for comparing scores.</summary>
    private const double Rounding = 1e-12;

    private readonly List<(int Index, double Score)> few = new(most + 1);

    public int Most => most;

    /// <summary>Minimum score of a further match.</summary>
    public double Least => few.Count == most ? few[^1].Score : atLeast;

    /// <summary>Whether a further match is possible, if no remaining score exceeds this one.</summary>
    public bool CanTake(double score) => few.Count == most ? score - Rounding > few[^1].Score : score + Rounding >= atLeast;

    public void Add(int index, double score)
    {
        if (score < atLeast || (few.Count == most && score <= few[^1].Score))
            return;
        int farther = few.FindIndex(other => other.Score < score);
        few.Insert(farther < 0 ? few.Count : farther, (index, score));
        if (few.Count > most)
            few.RemoveAt(most);
    }

    public ImmutableArray<ScoredListing> Of(List<Listing> listings) =>
        [.. few.Select(near => new ScoredListing(listings[near.Index], near.Score))];
}
