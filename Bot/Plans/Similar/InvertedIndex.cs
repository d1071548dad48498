using System.Runtime.InteropServices;

namespace AgaBot.Plans.Similar;

/// <summary>The stems of all proposals, numbered, with the proposals that contain each stem.</summary>
internal sealed class InvertedIndex
{
    /// <summary>Number of proposals with each stem to assume at the start (smoothing).</summary>
    private const double BeforeWith = 5;

    private static readonly double Double = Math.Log(2);

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<List<Posting>> proposals = [];
    private readonly List<double> commonness = [];

    /// <summary>The commonness of each stem when the proposals were last measured.</summary>
    private readonly List<double> measured = [];

    public static double CommonnessOfNone { get; } = Math.Log(BeforeWith);

    public int Count => proposals.Count;

    /// <summary>By stem number: the logarithm of the number of proposals with the stem, which reduces its weight.</summary>
    public ReadOnlySpan<double> Commonness => CollectionsMarshal.AsSpan(commonness);

    /// <summary>Whether a stem has become twice as common since the last measurement.</summary>
    public bool HasDoubled { get; private set; }

    public int? Find(string stem) => numbers.TryGetValue(stem, out int term) ? term : null;

    /// <summary>The proposals with a stem and its count in each; the latest proposal is last.</summary>
    public ReadOnlySpan<Posting> Having(int term) => CollectionsMarshal.AsSpan(proposals[term]);

    /// <summary>The number of a stem; assigns a new one to a new stem.</summary>
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

    public void Add(int term, Posting proposal)
    {
        proposals[term].Add(proposal);
        Weigh(term);
    }

    public void Remove(int term, Posting proposal)
    {
        proposals[term].RemoveAt(proposals[term].LastIndexOf(proposal));
        Weigh(term);
    }

    /// <summary>Records that the proposals were measured with the current commonness.</summary>
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
