namespace AgaBot.Plans.Similar;

/// <summary>A stem or a proposal by its number, and how often, in four bytes: a look reads very many, and waits for memory most of its time.</summary>
internal readonly record struct Posting
{
    /// <summary>Whoever writes a word more often says no more by it.</summary>
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
