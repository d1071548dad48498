using AgaBot.Forms.Budgets;
using F23.StringSimilarity;

namespace AgaBot.Forms.Normalization;

/// <summary>Finds the intended word for a misspelt one: letters missing, added, changed or swapped.</summary>
internal static class Misspelling
{
    /// <summary>Shorter words are near too many other words.</summary>
    private const int ShortestWord = 4;

    private const int LongWord = 8;

    private static readonly OptimalStringAlignment Faults = new();

    /// <summary>True for an edit distance of at most one, or two for a long word.</summary>
    public static bool IsNear(string word, string meant) =>
        word.Length >= ShortestWord && MayBeNear(word, meant) && FaultsBetween(word, meant) <= MostFaults(word);

    /// <summary>Whether the lengths of two words allow them to be near.</summary>
    public static bool MayBeNear(string word, string meant) => Math.Abs(meant.Length - word.Length) <= MostFaults(word);

    /// <summary>
    /// The nearest of <paramref name="words"/> by the distance that <see cref="IsNear"/> allows. Null if no word is near, or if two words
    /// that are not <paramref name="same"/> are equally near.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> words, Func<string, string, bool> same)
    {
        if (word.Length < ShortestWord)
            return null;
        int most = MostFaults(word);
        string? nearest = null;
        int least = most + 1;
        bool two = false;
        foreach (string candidate in words)
        {
            ReadingBudget.Spend(1);
            if (!MayBeNear(word, candidate))
                continue;
            int faults = FaultsBetween(word, candidate);
            if (faults > most || faults > least)
                continue;
            two = faults == least ? two || !same(nearest!, candidate) : false;
            (nearest, least) = (candidate, faults);
        }
        return two ? null : nearest;
    }

    private static int FaultsBetween(string word, string meant)
    {
        ReadingBudget.Spend(word.Length * meant.Length);
        return (int)Faults.Distance(word, meant);
    }

    private static int MostFaults(string word) => word.Length >= LongWord ? 2 : 1;
}
