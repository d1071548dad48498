using System.Buffers;

namespace AgaBot.Plans.Similar;

/// <summary>
/// Looks once for what is nearest to wanted stems: adds up what the proposals have of them, first the stems that tell most of the fewest, until
/// what is left tells little, and compares with those alone that may be near by that.
/// </summary>
internal sealed class SimilaritySearch(InvertedIndex terms, ProposalVectors proposals, TopMatches nearest) : IDisposable
{
    /// <summary>Of so many a look adds up what they have of a stem, at most: it costs no more however many there are.</summary>
    public const int MostAdded = 100_000;

    /// <summary>Compared with at most.</summary>
    public const int MostCompared = 500;

    /// <summary>Of a proposal that was compared already: whatever is added, it is not looked at again.</summary>
    private const float Done = float.NegativeInfinity;

    private readonly double[] wanted = Cleared<double>(terms.Count);

    /// <summary>By place, what a proposal has in common with what is wanted, so far.</summary>
    private readonly float[] products = Cleared<float>(proposals.Count);

    private double length;

    /// <summary>How many proposals were compared.</summary>
    public int Compared { get; private set; }

    public void Take(Dictionary<string, int> written)
    {
        List<int> order = Want(written, out double known);
        if (order.Count == 0)
            return;
        // The nearest possible may be among the first: then nothing has to be added up.
        ReadOnlySpan<Posting> telling = terms.Having(order[0]);
        for (int newer = telling.Length - 1; newer >= 0 && Compared < nearest.Most; newer--)
            Compare(telling[newer].Number);
        if (nearest.CanTake(1))
            CompareBest(AddUp(order, known));
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(wanted);
        ArrayPool<float>.Shared.Return(products);
    }

    /// <summary>The known stems of what is wanted, first those that tell most of the fewest. One that no proposal has takes part in the length alone.</summary>
    /// <param name="known">The square of the length of those that are known.</param>
    private List<int> Want(Dictionary<string, int> written, out double known)
    {
        var order = new List<(int Term, double Worth)>(written.Count);
        double square = 0;
        known = 0;
        foreach ((string stem, int times) in written)
        {
            int? term = terms.Find(stem);
            double weight =
                times * (proposals.LogProposalCount - (term is { } any ? terms.Commonness[any] : InvertedIndex.CommonnessOfNone));
            square += weight * weight;
            if (term is not { } number || terms.Having(number).IsEmpty)
                continue;
            wanted[number] = weight;
            known += weight * weight;
            order.Add((number, weight * weight / terms.Having(number).Length));
        }
        length = Math.Sqrt(square);
        order.Sort(static (one, other) => other.Worth.CompareTo(one.Worth));
        return order.ConvertAll(static wanted => wanted.Term);
    }

    /// <summary>Adds until what is left is less than half of what a proposal must be to be taken.</summary>
    /// <returns>How near something can be at most by what was not added (Cauchy and Schwarz).</returns>
    private double AddUp(List<int> order, double known)
    {
        double rest = known;
        int left = MostAdded;
        foreach (int term in order)
        {
            if (left == 0 || !nearest.CanTake(2 * Nearness(rest)))
                break;
            double weight = wanted[term];
            float each = (float)(weight * (proposals.LogProposalCount - terms.Commonness[term]));
            ReadOnlySpan<Posting> having = terms.Having(term);
            having = having[Math.Max(0, having.Length - left)..];
            foreach (Posting proposal in having)
                products[proposal.Number] += each * proposal.Times;
            left -= having.Length;
            rest -= weight * weight;
        }
        return Nearness(rest);
    }

    /// <param name="rest">How near something can be at most by what was not added.</param>
    private void CompareBest(double rest)
    {
        ReadOnlySpan<float> lengths = proposals.Lengths;
        float least = (float)((nearest.Least - rest) * length / ProposalVectors.LengthTolerance);
        var candidates = new List<(int Place, float Part)>();
        for (int place = 0; place < lengths.Length; place++)
        {
            if (products[place] > 0 && products[place] >= least * lengths[place])
                candidates.Add((place, products[place] / lengths[place]));
        }
        candidates.Sort(static (one, other) => (other.Part, other.Place).CompareTo((one.Part, one.Place)));
        foreach ((int place, float part) in candidates)
        {
            if (Compared == MostCompared || !nearest.CanTake((part * ProposalVectors.LengthTolerance / length) + rest))
                break;
            Compare(place);
        }
    }

    private void Compare(int place)
    {
        Compared++;
        products[place] = Done;
        nearest.Add(place, proposals.Cosine(place, wanted) / length);
    }

    private double Nearness(double square) => Math.Sqrt(Math.Max(square, 0)) / length;

    private static T[] Cleared<T>(int count)
    {
        T[] rented = ArrayPool<T>.Shared.Rent(count);
        Array.Clear(rented, 0, count);
        return rented;
    }
}
