using System.Collections.Immutable;
using AgaBot.Plans.Suggestions;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Similar;

/// <summary>
/// In-memory index of the plan's proposals as weighted stems. Similarity is the cosine of two vectors, so that long and short texts are
/// comparable. Not thread-safe (docs/decisions/0025).
/// </summary>
internal sealed class SimilarIndex
{
    /// <summary>
    /// Minimum similarity of proposals about the same thing. The two pairs of the workshop have at least 0.42, unrelated proposals at most
    /// 0.21.
    /// </summary>
    public const double Near = 0.3;

    public const int MostNewest = 20;

    private readonly Vocabulary vocabulary;
    private readonly InvertedIndex terms = new();
    private readonly ProposalVectors stems;
    private readonly Dictionary<ProposalId, int> indexes = [];
    private readonly List<Listing> listings = [];

    /// <summary>Indexes of the newest proposals, newest first.</summary>
    private readonly List<int> newest = new(MostNewest + 1);

    public SimilarIndex(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        stems = new ProposalVectors(terms);
    }

    /// <summary>Indexes of proposals that were hidden after they were added.</summary>
    private readonly HashSet<int> hidden = [];

    public int Count => listings.Count;

    /// <summary>Number of proposals that the last search compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Adds a proposal, or replaces it: its author or answers may have changed, or it was hidden or is shown again.</summary>
    public void Put(Proposal proposal)
    {
        if (indexes.TryGetValue(proposal.Id, out int index))
        {
            listings[index] = Listing.Of(proposal);
        }
        else
        {
            index = listings.Count;
            indexes[proposal.Id] = index;
            listings.Add(Listing.Of(proposal));
            KeepNewest(index);
        }
        if (proposal.HiddenBecause is null ? hidden.Remove(index) : hidden.Add(index))
            ChooseNewest();
        stems.Put(index, ProposalStems.Of(new ProposalText(proposal.Answers), vocabulary));
    }

    /// <summary>
    /// The most similar proposals, best first. None is missed while fewer than <see cref="SimilaritySearch.MostAdded"/> proposals share the
    /// stems that matter; beyond that, a proposal that shares only common stems may be missed.
    /// </summary>
    public ImmutableArray<ScoredListing> Nearest(ProposalText written, int most, double atLeast = Near)
    {
        stems.Measure();
        // Hidden proposals are few; so many more are asked for, and left out.
        var nearest = new TopMatches(most + hidden.Count, atLeast);
        using var search = new SimilaritySearch(terms, stems, nearest);
        search.Take(ProposalStems.Of(written, vocabulary));
        Compared = search.Compared;
        return [.. nearest.Of(listings).Where(near => !hidden.Contains(indexes[near.Listing.Id])).Take(most)];
    }

    /// <param name="most">At most <see cref="MostNewest"/>.</param>
    public ImmutableArray<Listing> Newest(int most) => [.. newest.Take(most).Select(index => listings[index])];

    private void ChooseNewest()
    {
        newest.Clear();
        for (int index = 0; index < listings.Count; index++)
        {
            if (!hidden.Contains(index))
                KeepNewest(index);
        }
    }

    private void KeepNewest(int index)
    {
        int after = newest.FindIndex(other => Listing.NewestFirst(listings[other], listings[index]) > 0);
        newest.Insert(after < 0 ? newest.Count : after, index);
        if (newest.Count > MostNewest)
            newest.RemoveAt(MostNewest);
    }
}
