namespace AgaBot.Plans.Similar;

/// <summary>
/// The number of a stem or a proposal, and a count, in four bytes: a search reads very many postings, and memory bandwidth dominates its
/// time.
/// </summary>
internal readonly record struct Posting
{
    /// <summary>Maximum count; more repetitions of a word add no information.</summary>
    public const int MostTimes = (1 << Bits) - 1;

    private const int Bits = 10;

    private readonly uint both;

    public Posting(int number, int times)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, (int)(uint.MaxValue >> Bits));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(times, MostTimes);
        both = ((uint)number << Bits) | (uint)times;
    }

    public int Number => (int)(both >> Bits);

    public int Times => (int)(both & MostTimes);
}
