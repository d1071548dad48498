namespace AgaBot.Plans;

/// <summary>
/// H. Michael Damm's check digit (Marburg, 2004): a totally anti-symmetric quasigroup of order 10,
/// under which a wrong digit or a swap of neighbours never ends where the right digits do.
/// </summary>
internal static class Damm
{
    private static ReadOnlySpan<byte> Quasigroup =>
    [
        0, 3, 1, 7, 5, 9, 8, 6, 4, 2,
        7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
        4, 2, 0, 6, 8, 7, 1, 3, 5, 9,
        1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
        6, 1, 2, 3, 0, 4, 5, 9, 7, 8,
        3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
        5, 8, 6, 9, 7, 2, 0, 1, 3, 4,
        8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
        9, 4, 3, 8, 6, 1, 7, 2, 0, 5,
        2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
    ];

    /// <summary>Zero where the last digit checks the ones before it; otherwise the digit that would check them all.</summary>
    /// <param name="digits">ASCII digits.</param>
    public static int Remainder(ReadOnlySpan<char> digits)
    {
        int interim = 0;
        foreach (char digit in digits)
            interim = Quasigroup[(interim * 10) + (digit - '0')];
        return interim;
    }
}
