using System.Runtime.InteropServices;

namespace AgaBot.Plans.Similar;

/// <summary>What stems each proposal has, by its place, and how long it is by their weights.</summary>
internal sealed class ProposalVectors(InvertedIndex terms)
{
    /// <summary>
    /// By what a length that was measured before is too long at most: a stem that has become as much more common as it can have until all are
    /// measured again weighs a sixth less.
    /// </summary>
    public const float LengthTolerance = 1.25f;

    /// <summary>A plan grows by this part of it before its proposals are measured again: then it costs the same for each that comes.</summary>
    private const int MayGrow = 64;

    /// <summary>As if so many proposals had been there before: the first ones of a plan are weighed with care.</summary>
    private const double Before = 50;

    /// <summary>The stems of all, one proposal's beside the other's: a look reads memory in its order.</summary>
    private readonly List<Posting> stems = [];

    /// <summary>Where each one's stems stand among those of all.</summary>
    private readonly List<Run> runs = [];

    private readonly List<float> lengths = [];

    private int measuredAt;

    public int Count => runs.Count;

    /// <summary>What a stem's commonness is taken off to weigh it.</summary>
    public double LogProposalCount { get; private set; } = Math.Log(Before);

    public ReadOnlySpan<float> Lengths => CollectionsMarshal.AsSpan(lengths);

    public ReadOnlySpan<Posting> Of(int place) => CollectionsMarshal.AsSpan(stems).Slice(runs[place].Start, runs[place].Length);

    /// <summary>Puts a proposal's stems in the next place, or in place of those that it had.</summary>
    public void Put(int place, Dictionary<string, int> written)
    {
        if (place == Count)
        {
            runs.Add(default);
            lengths.Add(0);
            LogProposalCount = Math.Log(Count + Before);
        }
        else if (IsWritten(place, written))
        {
            return;
        }
        foreach (Posting stem in Of(place))
            terms.Remove(stem.Number, new Posting(place, stem.Times));
        runs[place] = new Run(stems.Count, written.Count);
        foreach ((string stem, int times) in written)
        {
            int term = terms.NumberOf(stem);
            stems.Add(new Posting(term, times));
            terms.Add(term, new Posting(place, times));
        }
        lengths[place] = Length(place);
    }

    /// <summary>Measures the proposals again where their lengths would else be too far from what they are.</summary>
    public void Measure()
    {
        if (Count - measuredAt <= measuredAt / MayGrow && !terms.HasDoubled)
            return;
        for (int place = 0; place < Count; place++)
            lengths[place] = Length(place);
        terms.Measured();
        measuredAt = Count;
    }

    /// <summary>The cosine of the angle between a proposal and what is wanted, times the length of that.</summary>
    /// <param name="wanted">Its weight of each stem.</param>
    public double Cosine(int place, ReadOnlySpan<double> wanted)
    {
        ReadOnlySpan<double> commonness = terms.Commonness;
        double product = 0;
        double square = 0;
        foreach (Posting stem in Of(place))
        {
            double weight = Weight(stem, commonness);
            square += weight * weight;
            product += weight * wanted[stem.Number];
        }
        return square == 0 ? 0 : product / Math.Sqrt(square);
    }

    private double Weight(Posting stem, ReadOnlySpan<double> commonness) => stem.Times * (LogProposalCount - commonness[stem.Number]);

    private float Length(int place)
    {
        ReadOnlySpan<double> commonness = terms.Commonness;
        double square = 0;
        foreach (Posting stem in Of(place))
        {
            double weight = Weight(stem, commonness);
            square += weight * weight;
        }
        return (float)Math.Sqrt(square);
    }

    /// <summary>Whether what stands in a place is what is written, in its order.</summary>
    private bool IsWritten(int place, Dictionary<string, int> written)
    {
        ReadOnlySpan<Posting> kept = Of(place);
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
