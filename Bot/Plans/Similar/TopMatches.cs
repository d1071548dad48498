using System.Collections.Immutable;

namespace AgaBot.Plans.Similar;

/// <summary>The nearest of those that are put in, at most <paramref name="most"/> of them and none below <paramref name="atLeast"/>.</summary>
internal sealed class TopMatches(int most, double atLeast)
{
    /// <summary>Scores that are the same differ by less.</summary>
    private const double Rounding = 1e-12;

    private readonly List<(int Place, double Score)> few = new(most + 1);

    public int Most => most;

    /// <summary>How near something has to be.</summary>
    public double Least => few.Count == most ? few[^1].Score : atLeast;

    /// <summary>Whether something could still be put in, if nothing that is left is nearer than this.</summary>
    public bool CanTake(double score) => few.Count == most ? score - Rounding > few[^1].Score : score + Rounding >= atLeast;

    public void Add(int place, double score)
    {
        if (score < atLeast || (few.Count == most && score <= few[^1].Score))
            return;
        int farther = few.FindIndex(other => other.Score < score);
        few.Insert(farther < 0 ? few.Count : farther, (place, score));
        if (few.Count > most)
            few.RemoveAt(most);
    }

    public ImmutableArray<ScoredListing> Of(List<Listing> listings) =>
        [.. few.Select(near => new ScoredListing(listings[near.Place], near.Score))];
}
