using System.Runtime.InteropServices;

namespace AgaBot.Plans.Similar;

/// <summary>The stems of a plan's proposals by number, and which proposals have each.</summary>
internal sealed class InvertedIndex
{
    /// <summary>As if so many proposals with each stem had been there before.</summary>
    private const double BeforeWith = 5;

    private static readonly double Double = Math.Log(2);

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<List<Posting>> proposals = [];
    private readonly List<double> commonness = [];

    /// <summary>The commonness of each when the proposals were last measured.</summary>
    private readonly List<double> measured = [];

    public static double CommonnessOfNone { get; } = Math.Log(BeforeWith);

    public int Count => proposals.Count;

    /// <summary>By a stem's number: the logarithm of how many have it, which is what they take off its weight.</summary>
    public ReadOnlySpan<double> Commonness => CollectionsMarshal.AsSpan(commonness);

    /// <summary>Whether some stem is twice as common as when the proposals were last measured.</summary>
    public bool HasDoubled { get; private set; }

    public int? Find(string stem) => numbers.TryGetValue(stem, out int term) ? term : null;

    /// <summary>Those that have a stem and how often, the last put in last.</summary>
    public ReadOnlySpan<Posting> Having(int term) => CollectionsMarshal.AsSpan(proposals[term]);

    /// <summary>A stem's number; a new one where it is new.</summary>
    public int NumberOf(string stem)
    {
        if (numbers.TryGetValue(stem, out int term))
            return term;
        numbers[stem] = term = proposals.Count;
        proposals.Add(new List<Posting>(1));
        commonness.Add(CommonnessOfNone);
        measured.Add(CommonnessOfNone);
        return term;
    }

    /// <summary>Notes that a proposal has a stem.</summary>
    public void Add(int term, Posting proposal)
    {
        proposals[term].Add(proposal);
        Weigh(term);
    }

    /// <summary>Notes that a proposal has a stem no more.</summary>
    public void Remove(int term, Posting proposal)
    {
        proposals[term].RemoveAt(proposals[term].LastIndexOf(proposal));
        Weigh(term);
    }

    /// <summary>Notes that the proposals are measured by what is common now.</summary>
    public void Measured()
    {
        Commonness.CopyTo(CollectionsMarshal.AsSpan(measured));
        HasDoubled = false;
    }

    private void Weigh(int term)
    {
        commonness[term] = Math.Log(proposals[term].Count + BeforeWith);
        HasDoubled |= commonness[term] - measured[term] > Double;
    }
}
