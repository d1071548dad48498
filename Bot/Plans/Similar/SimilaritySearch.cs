using System.Buffers;

namespace AgaBot.Plans.Similar;

/// <summary>
/// One search for the proposals nearest to a query. It accumulates partial products stem by stem, starting with rare stems of high weight,
/// until the remaining stems matter little, and then compares only the promising candidates exactly.
/// </summary>
internal sealed class SimilaritySearch(InvertedIndex terms, ProposalVectors proposals, TopMatches nearest) : IDisposable
{
    /// <summary>Maximum number of postings to accumulate, which bounds the cost for any number of proposals.</summary>
    public const int MostAdded = 100_000;

    /// <summary>Maximum number of exact comparisons.</summary>
    public const int MostCompared = 500;

    /// <summary>Marks a proposal that was already compared. Further additions do not change the value.</summary>
    private const float Done = float.NegativeInfinity;

    private readonly double[] wanted = Cleared<double>(terms.Count);

    /// <summary>By proposal index: the partial product with the query so far.</summary>
    private readonly float[] products = Cleared<float>(proposals.Count);

    private double length;

    public int Compared { get; private set; }

    public void Take(Dictionary<string, int> written)
    {
        List<int> order = Want(written, out double known);
        if (order.Count == 0)
            return;
        // If the first proposals already contain the best possible matches, no accumulation is needed.
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

    /// <summary>
    /// The known stems of the query, rare stems of high weight first. A stem that no proposal contains counts only in the length.
    /// </summary>
    /// <param name="known">The squared length of the known stems.</param>
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

    /// <summary>Accumulates until the rest is less than half of what a match needs.</summary>
    /// <returns>Upper bound of the similarity from the stems not accumulated (Cauchy–Schwarz).</returns>
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

    /// <param name="rest">Upper bound of the similarity from the stems not accumulated.</param>
    private void CompareBest(double rest)
    {
        ReadOnlySpan<float> lengths = proposals.Lengths;
        float least = (float)((nearest.Least - rest) * length / ProposalVectors.LengthTolerance);
        var candidates = new List<(int Index, float Part)>();
        for (int index = 0; index < lengths.Length; index++)
        {
            if (products[index] > 0 && products[index] >= least * lengths[index])
                candidates.Add((index, products[index] / lengths[index]));
        }
        candidates.Sort(static (one, other) => (other.Part, other.Index).CompareTo((one.Part, one.Index)));
        foreach ((int index, float part) in candidates)
        {
            if (Compared == MostCompared || !nearest.CanTake((part * ProposalVectors.LengthTolerance / length) + rest))
                break;
            Compare(index);
        }
    }

    private void Compare(int index)
    {
        Compared++;
        products[index] = Done;
        nearest.Add(index, proposals.Cosine(index, wanted) / length);
    }

    private double Nearness(double square) => Math.Sqrt(Math.Max(square, 0)) / length;

    private static T[] Cleared<T>(int count)
    {
        T[] rented = ArrayPool<T>.Shared.Rent(count);
        Array.Clear(rented, 0, count);
        return rented;
    }
}
