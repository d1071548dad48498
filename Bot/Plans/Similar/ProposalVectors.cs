using System.Runtime.InteropServices;

namespace AgaBot.Plans.Similar;

/// <summary>The stems of each proposal, by its index, and the length of its weighted vector.</summary>
internal sealed class ProposalVectors(InvertedIndex terms)
{
    /// <summary>
    /// Maximum factor by which a length is overestimated: until all are measured again, the weight of a stem can drop by at most a sixth.
    /// </summary>
    public const float LengthTolerance = 1.25f;

    /// <summary>
    /// Proposals are measured again after the plan has grown by one part in this number, so that the cost per proposal stays constant.
    /// </summary>
    private const int MayGrow = 64;

    /// <summary>Number of proposals to assume at the start, so that the first ones of a plan are weighted cautiously (smoothing).</summary>
    private const double Before = 50;

    /// <summary>The stems of all proposals, one after the other: a search reads memory sequentially.</summary>
    private readonly List<Posting> stems = [];

    /// <summary>The range of each proposal in <see cref="stems"/>.</summary>
    private readonly List<Run> runs = [];

    private readonly List<float> lengths = [];

    private int measuredAt;

    public int Count => runs.Count;

    /// <summary>Logarithm of the number of proposals. The weight of a stem is this minus its commonness.</summary>
    public double LogProposalCount { get; private set; } = Math.Log(Before);

    public ReadOnlySpan<float> Lengths => CollectionsMarshal.AsSpan(lengths);

    public ReadOnlySpan<Posting> Of(int index) => CollectionsMarshal.AsSpan(stems).Slice(runs[index].Start, runs[index].Length);

    /// <summary>Adds a proposal at the next index, or replaces its stems.</summary>
    public void Put(int index, Dictionary<string, int> written)
    {
        if (index == Count)
        {
            runs.Add(default);
            lengths.Add(0);
            LogProposalCount = Math.Log(Count + Before);
        }
        else if (IsWritten(index, written))
        {
            return;
        }
        foreach (Posting stem in Of(index))
            terms.Remove(stem.Number, new Posting(index, stem.Times));
        runs[index] = new Run(stems.Count, written.Count);
        foreach ((string stem, int times) in written)
        {
            int term = terms.NumberOf(stem);
            stems.Add(new Posting(term, times));
            terms.Add(term, new Posting(index, times));
        }
        lengths[index] = Length(index);
    }

    /// <summary>Measures all proposals again if their lengths may be too inaccurate.</summary>
    public void Measure()
    {
        if (Count - measuredAt <= measuredAt / MayGrow && !terms.HasDoubled)
            return;
        for (int index = 0; index < Count; index++)
            lengths[index] = Length(index);
        terms.Measured();
        measuredAt = Count;
    }

    /// <summary>The cosine between a proposal and the query, multiplied by the length of the query.</summary>
    /// <param name="wanted">Weight of each stem in the query.</param>
    public double Cosine(int index, ReadOnlySpan<double> wanted)
    {
        ReadOnlySpan<double> commonness = terms.Commonness;
        double product = 0;
        double square = 0;
        foreach (Posting stem in Of(index))
        {
            double weight = Weight(stem, commonness);
            square += weight * weight;
            product += weight * wanted[stem.Number];
        }
        return square == 0 ? 0 : product / Math.Sqrt(square);
    }

    private double Weight(Posting stem, ReadOnlySpan<double> commonness) => stem.Times * (LogProposalCount - commonness[stem.Number]);

    private float Length(int index)
    {
        ReadOnlySpan<double> commonness = terms.Commonness;
        double square = 0;
        foreach (Posting stem in Of(index))
        {
            double weight = Weight(stem, commonness);
            square += weight * weight;
        }
        return (float)Math.Sqrt(square);
    }

    /// <summary>Whether the stored stems equal these, in their order.</summary>
    private bool IsWritten(int index, Dictionary<string, int> written)
    {
        ReadOnlySpan<Posting> kept = Of(index);
        if (kept.Length != written.Count)
            return false;
        int at = 0;
        foreach ((string stem, int times) in written)
        {
            if (terms.Find(stem) != kept[at].Number || times != kept[at].Times)
                return false;
            at++;
        }
        return true;
    }

    private readonly record struct Run(int Start, int Length);
}
