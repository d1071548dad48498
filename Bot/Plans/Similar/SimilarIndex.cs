using System.Collections.Immutable;
using AgaBot.Plans.Suggestions;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Similar;

/// <summary>
/// The plan's proposals as weighted stems, in memory, and what is nearest to one: the cosine of the angle between two, so that long and short are
/// alike. Not for several threads at once (docs/decisions/0025).
/// </summary>
internal sealed class SimilarIndex
{
    /// <summary>
    /// What is as near tells of the same thing. The workshop's two pairs are at 0.42 and more, and whatever does not belong together at 0.21 or less.
    /// </summary>
    public const double Near = 0.3;

    public const int MostNewest = 20;

    private readonly Vocabulary vocabulary;
    private readonly InvertedIndex terms = new();
    private readonly ProposalVectors stems;
    private readonly Dictionary<ProposalId, int> places = [];
    private readonly List<Listing> listings = [];

    /// <summary>Places of the newest ones, newest first.</summary>
    private readonly List<int> newest = new(MostNewest + 1);

    public SimilarIndex(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        stems = new ProposalVectors(terms);
    }

    public int Count => listings.Count;

    /// <summary>How many proposals the last look compared with.</summary>
    public int Compared { get; private set; }

    /// <summary>Puts a proposal in, or in its own place again: its author may be another by then, and its answers may be corrected.</summary>
    public void Put(Proposal proposal)
    {
        if (places.TryGetValue(proposal.Id, out int place))
        {
            listings[place] = Listing.Of(proposal);
        }
        else
        {
            place = listings.Count;
            places[proposal.Id] = place;
            listings.Add(Listing.Of(proposal));
            KeepNewest(place);
        }
        stems.Put(place, ProposalStems.Of(new ProposalText(proposal.Answers), vocabulary));
    }

    /// <summary>
    /// The nearest ones that are near at all, nearest first. None is missed while those that share what counts are fewer than
    /// <see cref="SimilaritySearch.MostAdded"/>; beyond that, what shares common stems alone may be.
    /// </summary>
    public ImmutableArray<ScoredListing> Nearest(ProposalText written, int most, double atLeast = Near)
    {
        stems.Measure();
        var nearest = new TopMatches(most, atLeast);
        using var look = new SimilaritySearch(terms, stems, nearest);
        look.Take(ProposalStems.Of(written, vocabulary));
        Compared = look.Compared;
        return nearest.Of(listings);
    }

    /// <summary>The newest ones, newest first.</summary>
    /// <param name="most">At most <see cref="MostNewest"/>.</param>
    public ImmutableArray<Listing> Newest(int most) => [.. newest.Take(most).Select(place => listings[place])];

    private void KeepNewest(int place)
    {
        int after = newest.FindIndex(other => Listing.NewestFirst(listings[other], listings[place]) > 0);
        newest.Insert(after < 0 ? newest.Count : after, place);
        if (newest.Count > MostNewest)
            newest.RemoveAt(MostNewest);
    }
}
