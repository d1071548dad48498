using System.Runtime.InteropServices;

namespace AgaBot.Plans.Similar;

/// <summary>The stems of a plan's proposals by number, and which proposals have each.</summary>
internal sealed class TermTable
{
    /// <summary>As if so many proposals with each stem had been there before.</summary>
    private const double BeforeWith = 5;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<List<int>> places = [];
    private readonly List<double> commonness = [];

    public static double CommonnessOfNone { get; } = Math.Log(BeforeWith);

    public int Count => places.Count;

    /// <summary>By a stem's number: the logarithm of how many have it, which is what they take off its weight.</summary>
    public ReadOnlySpan<double> Commonness => CollectionsMarshal.AsSpan(commonness);

    public int? Find(string stem) => numbers.TryGetValue(stem, out int term) ? term : null;

    /// <summary>The places of those that have a stem, the last put in last.</summary>
    public ReadOnlySpan<int> PlacesOf(int term) => CollectionsMarshal.AsSpan(places[term]);

    /// <summary>Notes that a proposal has a stem.</summary>
    /// <returns>The stem's number.</returns>
    public int Add(string stem, int place)
    {
        if (!numbers.TryGetValue(stem, out int term))
        {
            numbers[stem] = term = places.Count;
            places.Add(new List<int>(1));
            commonness.Add(CommonnessOfNone);
        }
        places[term].Add(place);
        Weigh(term);
        return term;
    }

    /// <summary>Notes that a proposal has a stem no more.</summary>
    public void Remove(int term, int place)
    {
        places[term].RemoveAt(places[term].LastIndexOf(place));
        Weigh(term);
    }

    private void Weigh(int term) => commonness[term] = Math.Log(places[term].Count + BeforeWith);
}
