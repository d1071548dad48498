using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AgaBot.Forms;
using AgaBot.Plans.Suggestions;
using AgaBot.Plans.Wording;

namespace AgaBot.Plans.Similar;

/// <summary>
/// The plan's proposals as weighted stems, in memory, and what is nearest to one: the cosine of the angle between two, so that long and short are
/// alike. Not for several threads at once (docs/decisions/0025).
/// </summary>
internal sealed class SimilarIndex(Vocabulary vocabulary)
{
    /// <summary>
    /// What is as near tells of the same thing. The workshop's two pairs are at 0.42 and more, and whatever does not belong together at 0.21 or less.
    /// </summary>
    public const double Near = 0.3;

    /// <summary>Proposals that one look goes through at most, those with its rarest stems first: a look costs no more however many there are.</summary>
    public const int MostLookedAt = 500;

    public const int MostNewest = 20;

    /// <summary>As if so many proposals had been there before: the first ones of a plan are weighed with care.</summary>
    private const double Before = 50;

    /// <summary>A stem in the proposal itself says more of it than one in an action.</summary>
    private static readonly (string QuestionId, byte Weight)[] Fields =
        [(FichaForm.Propuesta, 3), (FichaForm.Problema, 2), (FichaForm.Objetivo, 2), (FichaForm.Acciones, 1)];

    private readonly TermTable terms = new();
    private readonly Dictionary<ProposalId, int> places = [];
    private readonly List<Listing> listings = [];

    /// <summary>The stems of all, one proposal's beside the other's: a look reads memory in its order.</summary>
    private readonly List<Weighed> stems = [];

    /// <summary>Where each one's stems stand among those of all.</summary>
    private readonly List<Run> runs = [];

    /// <summary>The last look that went through each.</summary>
    private readonly List<int> lookedAtIn = [];

    /// <summary>Places of the newest ones, newest first.</summary>
    private readonly List<int> newest = new(MostNewest + 1);

    private int look;

    public int Count => listings.Count;

    /// <summary>How many proposals the last look went through.</summary>
    public int LookedAt { get; private set; }

    /// <summary>Puts a proposal in, or in its own place again: its author may be another by then, and its answers may be corrected.</summary>
    public void Put(Proposal proposal)
    {
        Dictionary<string, int> written = Stems(proposal.Answers);
        if (!places.TryGetValue(proposal.Id, out int place))
        {
            place = listings.Count;
            places[proposal.Id] = place;
            listings.Add(Listing.Of(proposal));
            runs.Add(new Run(stems.Count, 0));
            lookedAtIn.Add(look);
            KeepNewest(place);
        }
        else
        {
            listings[place] = Listing.Of(proposal);
            if (IsWritten(place, written))
                return;
            foreach (Weighed stem in StemsOf(place))
                terms.Remove(stem.Term, place);
        }
        runs[place] = new Run(stems.Count, written.Count);
        foreach ((string stem, int times) in written)
            stems.Add(new Weighed(terms.Add(stem, place), times));
    }

    /// <summary>
    /// The nearest ones that are near at all, nearest first. None is missed as long as fewer than <see cref="MostLookedAt"/> share a stem that
    /// counts; beyond that, what shares common stems alone may be.
    /// </summary>
    public ImmutableArray<Nearness> Nearest(ImmutableSortedDictionary<string, Answer> answers, int most, double atLeast = Near)
    {
        double all = Math.Log(listings.Count + Before);
        double[] wanted = ArrayPool<double>.Shared.Rent(terms.Count);
        Array.Clear(wanted, 0, terms.Count);
        List<int> order = Want(answers, all, wanted, out double square);
        var nearest = new NearestFew(most, atLeast);
        double length = Math.Sqrt(square);
        double rest = order.Sum(term => wanted[term] * wanted[term]);
        look++;
        LookedAt = 0;
        foreach (int term in order)
        {
            // What has none of the stems before is at most as near as those that are left let it be (Cauchy and Schwarz).
            double possible = Math.Sqrt(Math.Max(rest, 0)) / length;
            ReadOnlySpan<int> having = terms.PlacesOf(term);
            for (int newer = having.Length - 1; newer >= 0 && LookedAt < MostLookedAt && nearest.CanTake(possible); newer--)
            {
                int place = having[newer];
                LookedAt++;
                if (lookedAtIn[place] == look)
                    continue;
                lookedAtIn[place] = look;
                nearest.Add(place, Cosine(place, wanted, all) / length);
            }
            rest -= wanted[term] * wanted[term];
        }
        ArrayPool<double>.Shared.Return(wanted);
        return nearest.Of(listings);
    }

    /// <summary>The newest ones, newest first.</summary>
    /// <param name="most">At most <see cref="MostNewest"/>.</param>
    public ImmutableArray<Listing> Newest(int most) => [.. newest.Take(most).Select(place => listings[place])];

    /// <summary>The known stems of what is looked for, first those that tell most of the fewest. One that no proposal has takes part in the length alone.</summary>
    private List<int> Want(ImmutableSortedDictionary<string, Answer> answers, double all, double[] wanted, out double square)
    {
        var order = new List<(int Term, double Worth)>();
        square = 0;
        foreach ((string stem, int times) in Stems(answers))
        {
            int? term = terms.Find(stem);
            double weight = times * (all - (term is { } known ? terms.Commonness[known] : TermTable.CommonnessOfNone));
            square += weight * weight;
            if (term is not { } number || terms.PlacesOf(number).IsEmpty)
                continue;
            wanted[number] = weight;
            order.Add((number, weight * weight / terms.PlacesOf(number).Length));
        }
        order.Sort(static (one, other) => other.Worth.CompareTo(one.Worth));
        return order.ConvertAll(static wanted => wanted.Term);
    }

    private double Cosine(int place, double[] wanted, double all)
    {
        ReadOnlySpan<double> commonness = terms.Commonness;
        double product = 0;
        double square = 0;
        foreach (Weighed stem in StemsOf(place))
        {
            double weight = stem.Times * (all - commonness[stem.Term]);
            square += weight * weight;
            product += weight * wanted[stem.Term];
        }
        return square == 0 ? 0 : product / Math.Sqrt(square);
    }

    private ReadOnlySpan<Weighed> StemsOf(int place) => CollectionsMarshal.AsSpan(stems).Slice(runs[place].Start, runs[place].Length);

    /// <summary>Whether what stands in a place is what is written, in its order.</summary>
    private bool IsWritten(int place, Dictionary<string, int> written)
    {
        ReadOnlySpan<Weighed> kept = StemsOf(place);
        if (kept.Length != written.Count)
            return false;
        int at = 0;
        foreach ((string stem, int times) in written)
        {
            if (terms.Find(stem) != kept[at].Term || times != kept[at].Times)
                return false;
            at++;
        }
        return true;
    }

    private void KeepNewest(int place)
    {
        int after = newest.FindIndex(other => Listing.NewestFirst(listings[other], listings[place]) > 0);
        newest.Insert(after < 0 ? newest.Count : after, place);
        if (newest.Count > MostNewest)
            newest.RemoveAt(MostNewest);
    }

    private Dictionary<string, int> Stems(ImmutableSortedDictionary<string, Answer> answers)
    {
        var written = new Written(answers);
        var stems = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string question, byte weight) in Fields)
        {
            foreach (string stem in vocabulary.Stems(written.Words(question)))
                stems[stem] = stems.GetValueOrDefault(stem) + weight;
        }
        return stems;
    }

    /// <param name="Times">How often a proposal has the stem, by the weight of where.</param>
    private readonly record struct Weighed(int Term, int Times);

    private readonly record struct Run(int Start, int Length);
}
