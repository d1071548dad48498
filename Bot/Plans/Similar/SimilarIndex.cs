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

    /// <summary>As if so many proposals had been there before, a tenth of them with each stem: the first ones of a plan are weighed with care.</summary>
    private const double Before = 50;
    private const double BeforeWith = 5;

    /// <summary>A stem in the proposal itself says more of it than one in an action.</summary>
    private static readonly (string QuestionId, byte Weight)[] Fields =
        [(FichaForm.Propuesta, 3), (FichaForm.Problema, 2), (FichaForm.Objetivo, 2), (FichaForm.Acciones, 1)];

    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly List<int> proposalsWith = [];
    private readonly Dictionary<ProposalId, int> places = [];
    private readonly List<Indexed> indexed = [];

    public int Count => indexed.Count;

    /// <summary>Puts a proposal in, or in its own place again; its answers never change, its author may.</summary>
    public void Put(Proposal proposal)
    {
        if (places.TryGetValue(proposal.Id, out int place))
        {
            indexed[place] = indexed[place] with { Listing = Listing.Of(proposal) };
            return;
        }
        Vector vector = Weigh(proposal.Answers);
        foreach (int term in vector.Terms)
            proposalsWith[term]++;
        places[proposal.Id] = indexed.Count;
        indexed.Add(new Indexed(Listing.Of(proposal), vector));
    }

    /// <summary>The nearest ones that are near at all, nearest first.</summary>
    public ImmutableArray<Nearness> Nearest(ImmutableSortedDictionary<string, Answer> answers, int most, double atLeast = Near)
    {
        double[] idf = [.. proposalsWith.Select(InverseFrequency)];
        (Dictionary<int, double> wanted, double length) = Query(answers, idf);
        if (length == 0)
            return [];
        double[] weights = new double[terms.Count];
        foreach ((int term, double weight) in wanted)
            weights[term] = weight;

        var nearest = new List<Nearness>(most + 1);
        foreach (Indexed one in CollectionsMarshal.AsSpan(indexed))
        {
            double score = Cosine(one.Vector, weights, idf) / length;
            if (score < atLeast || (nearest.Count == most && score <= nearest[^1].Score))
                continue;
            int place = nearest.FindIndex(other => other.Score < score);
            nearest.Insert(place < 0 ? nearest.Count : place, new Nearness(one.Listing, score));
            if (nearest.Count > most)
                nearest.RemoveAt(most);
        }
        return [.. nearest];
    }

    /// <summary>The newest ones, newest first.</summary>
    public ImmutableArray<Listing> Newest(int most) =>
        [.. indexed.Select(static one => one.Listing).OrderByDescending(static one => one.SubmittedAt).ThenBy(static one => one.Receipt.Digits, StringComparer.Ordinal).Take(most)];

    private double InverseFrequency(int with) => Math.Log((indexed.Count + Before) / (with + BeforeWith));

    private static double Cosine(Vector vector, double[] weights, double[] idf)
    {
        double product = 0;
        double square = 0;
        for (int index = 0; index < vector.Terms.Length; index++)
        {
            int term = vector.Terms[index];
            double weight = vector.Times[index] * idf[term];
            square += weight * weight;
            product += weight * weights[term];
        }
        return square == 0 ? 0 : product / Math.Sqrt(square);
    }

    /// <summary>A stem that no proposal has takes part in the length alone.</summary>
    private (Dictionary<int, double> Weights, double Length) Query(ImmutableSortedDictionary<string, Answer> answers, double[] idf)
    {
        var weights = new Dictionary<int, double>();
        double square = 0;
        foreach ((string stem, int times) in Stems(answers))
        {
            bool known = terms.TryGetValue(stem, out int term);
            double weight = times * (known ? idf[term] : InverseFrequency(0));
            square += weight * weight;
            if (known)
                weights[term] = weight;
        }
        return (weights, Math.Sqrt(square));
    }

    private Vector Weigh(ImmutableSortedDictionary<string, Answer> answers)
    {
        (int Term, int Times)[] weighed = [.. Stems(answers).Select(stem => (TermOf(stem.Key), stem.Value))];
        return new Vector([.. weighed.Select(static one => one.Term)], [.. weighed.Select(static one => (byte)Math.Min(one.Times, byte.MaxValue))]);
    }

    private int TermOf(string stem)
    {
        if (terms.TryGetValue(stem, out int term))
            return term;
        proposalsWith.Add(0);
        return terms[stem] = terms.Count;
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

    private sealed record Indexed(Listing Listing, Vector Vector);

    private readonly record struct Vector(int[] Terms, byte[] Times);
}

/// <summary>A proposal as a list shows it.</summary>
internal sealed record Listing(ProposalId Id, ProposalKind Kind, ReceiptNumber Receipt, ParticipantId Author, DateTimeOffset SubmittedAt, string FirstWords)
{
    public static Listing Of(Proposal proposal) =>
        new(proposal.Id, proposal.Kind, proposal.Receipt, proposal.Author, proposal.SubmittedAt, Plans.FirstWords.Of(proposal));
}

/// <param name="Score">0 to 1: 1 says the same.</param>
internal readonly record struct Nearness(Listing Listing, double Score);
