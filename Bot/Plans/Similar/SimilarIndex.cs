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
    public const int MostLookedAt = 1_000;

    public const int MostNewest = 20;

    /// <summary>As if so many proposals had been there before, a tenth of them with each stem: the first ones of a plan are weighed with care.</summary>
    private const double Before = 50;
    private const double BeforeWith = 5;

    /// <summary>A stem in the proposal itself says more of it than one in an action.</summary>
    private static readonly (string QuestionId, byte Weight)[] Fields =
        [(FichaForm.Propuesta, 3), (FichaForm.Problema, 2), (FichaForm.Objetivo, 2), (FichaForm.Acciones, 1)];

    private readonly Dictionary<string, Term> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<ProposalId, int> places = [];
    private readonly List<Indexed> indexed = [];

    /// <summary>Places of the newest ones, newest first.</summary>
    private readonly List<int> newest = new(MostNewest + 1);

    /// <summary>By how many proposals have a stem: what they take off its weight. A logarithm for each stem of each proposal would be most of a look.</summary>
    private readonly List<double> commonness = [Math.Log(BeforeWith)];

    private int look;

    public int Count => indexed.Count;

    /// <summary>How many proposals the last look went through.</summary>
    public int LookedAt { get; private set; }

    /// <summary>Puts a proposal in, or in its own place again; its answers never change, its author may.</summary>
    public void Put(Proposal proposal)
    {
        if (places.TryGetValue(proposal.Id, out int place))
        {
            indexed[place].Listing = Listing.Of(proposal);
            return;
        }
        place = indexed.Count;
        places[proposal.Id] = place;
        (Term Term, byte Times)[] stems = [.. Stems(proposal.Answers).Select(stem => (TermOf(stem.Key), (byte)Math.Min(stem.Value, byte.MaxValue)))];
        foreach ((Term term, _) in stems)
        {
            term.Places.Add(place);
            if (term.Places.Count == commonness.Count)
                commonness.Add(Math.Log(commonness.Count + BeforeWith));
        }
        indexed.Add(new Indexed(Listing.Of(proposal), [.. stems.Select(static stem => stem.Term)], [.. stems.Select(static stem => stem.Times)]));
        KeepNewest(place);
    }

    /// <summary>
    /// The nearest ones that are near at all, nearest first. None is missed as long as fewer than <see cref="MostLookedAt"/> share a stem that
    /// counts; beyond that, what shares common stems alone may be.
    /// </summary>
    public ImmutableArray<Nearness> Nearest(ImmutableSortedDictionary<string, Answer> answers, int most, double atLeast = Near)
    {
        double all = Math.Log(indexed.Count + Before);
        List<Term> wanted = Want(answers, all, out double square);
        var nearest = new List<Nearness>(most + 1);
        double rest = wanted.Sum(static term => term.Wanted * term.Wanted);
        look++;
        LookedAt = 0;
        foreach (Term term in wanted)
        {
            // What has none of the stems before is at most as near as those that are left let it be (Cauchy and Schwarz).
            double enough = nearest.Count == most ? nearest[^1].Score : atLeast;
            if (rest < enough * enough * square || LookedAt == MostLookedAt)
                break;
            LookAt(term, nearest, most, atLeast, all, Math.Sqrt(square));
            rest -= term.Wanted * term.Wanted;
        }
        foreach (Term term in wanted)
            term.Wanted = 0;
        return [.. nearest];
    }

    /// <summary>The newest ones, newest first.</summary>
    /// <param name="most">At most <see cref="MostNewest"/>.</param>
    public ImmutableArray<Listing> Newest(int most) => [.. newest.Take(most).Select(place => indexed[place].Listing)];

    /// <summary>The known stems of what is looked for, first those that tell most of the fewest. One that no proposal has takes part in the length alone.</summary>
    private List<Term> Want(ImmutableSortedDictionary<string, Answer> answers, double all, out double square)
    {
        var wanted = new List<Term>();
        square = 0;
        foreach ((string stem, int times) in Stems(answers))
        {
            Term? term = terms.GetValueOrDefault(stem);
            double weight = times * (all - commonness[term?.Places.Count ?? 0]);
            square += weight * weight;
            if (term is null)
                continue;
            term.Wanted = weight;
            wanted.Add(term);
        }
        wanted.Sort(static (one, other) => other.Worth.CompareTo(one.Worth));
        return wanted;
    }

    /// <summary>Through the proposals that have a stem, the newest first.</summary>
    private void LookAt(Term term, List<Nearness> nearest, int most, double atLeast, double all, double length)
    {
        for (int at = term.Places.Count - 1; at >= 0 && LookedAt < MostLookedAt; at--)
        {
            Indexed one = indexed[term.Places[at]];
            LookedAt++;
            if (one.LookedAtIn == look)
                continue;
            one.LookedAtIn = look;
            double score = Cosine(one, all) / length;
            if (score < atLeast || (nearest.Count == most && score <= nearest[^1].Score))
                continue;
            int place = nearest.FindIndex(other => other.Score < score);
            nearest.Insert(place < 0 ? nearest.Count : place, new Nearness(one.Listing, score));
            if (nearest.Count > most)
                nearest.RemoveAt(most);
        }
    }

    private double Cosine(Indexed one, double all)
    {
        ReadOnlySpan<double> common = CollectionsMarshal.AsSpan(commonness);
        double product = 0;
        double square = 0;
        for (int index = 0; index < one.Terms.Length; index++)
        {
            Term term = one.Terms[index];
            double weight = one.Times[index] * (all - common[term.Places.Count]);
            square += weight * weight;
            product += weight * term.Wanted;
        }
        return square == 0 ? 0 : product / Math.Sqrt(square);
    }

    private void KeepNewest(int place)
    {
        int after = newest.FindIndex(other => Listing.NewestFirst(indexed[other].Listing, indexed[place].Listing) > 0);
        newest.Insert(after < 0 ? newest.Count : after, place);
        if (newest.Count > MostNewest)
            newest.RemoveAt(MostNewest);
    }

    private Term TermOf(string stem)
    {
        if (!terms.TryGetValue(stem, out Term? term))
            terms[stem] = term = new Term();
        return term;
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

    /// <summary>A stem, and the places of the proposals that have it.</summary>
    private sealed class Term
    {
        public List<int> Places { get; } = new(1);

        /// <summary>Its weight in what is looked for; 0 between looks.</summary>
        public double Wanted { get; set; }

        /// <summary>How much it tells, for each proposal that has to be looked at for it.</summary>
        public double Worth => Wanted * Wanted / Places.Count;
    }

    private sealed class Indexed(Listing listing, Term[] terms, byte[] times)
    {
        public Listing Listing { get; set; } = listing;

        public Term[] Terms => terms;

        public byte[] Times => times;

        /// <summary>The last look that went through it.</summary>
        public int LookedAtIn { get; set; }
    }
}
