namespace AgaBot.Plans;

/// <summary>Estimates how hard a code is to guess. A code that a person made up is weaker than the estimate.</summary>
public static class CodeStrength
{
    /// <summary>Bits that a code needs where strangers can try it for a year (docs/decisions/0042).</summary>
    public const int Enough = 60;

    /// <summary>Equal characters in a row that count; more of them add nothing.</summary>
    private const int Repeated = 2;

    /// <summary>Characters of a sequence such as <c>abcd</c> that count.</summary>
    private const int InSequence = 3;

    /// <summary>The number of characters that count, times the bits of the kinds of character that occur.</summary>
    public static double Bits(string code)
    {
        string once = OnePeriod(code.Trim());
        return Counted(once) * Math.Log2(Math.Max(2, AlphabetOf(once)));
    }

    /// <summary>The shortest text whose repetition is the code: "ab" of "ababab".</summary>
    private static string OnePeriod(string code)
    {
        for (int period = 1; period <= code.Length / 2; period++)
        {
            if (code.AsSpan(period).SequenceEqual(code.AsSpan(0, code.Length - period)))
                return code[..period];
        }
        return code;
    }

    private static int Counted(string code)
    {
        int counted = 0;
        int run = 1;
        for (int i = 0; i < code.Length; i++)
        {
            int step = i == 0 ? int.MaxValue : code[i] - code[i - 1];
            bool goesOn = i > 1 && step is >= -1 and <= 1 && step == code[i - 1] - code[i - 2];
            run = goesOn ? run + 1 : 2;
            if (!goesOn || run <= (step == 0 ? Repeated : InSequence))
                counted++;
        }
        return counted;
    }

    private static int AlphabetOf(string code) =>
        (code.Any(char.IsAsciiLetterLower) ? 26 : 0)
        + (code.Any(char.IsAsciiLetterUpper) ? 26 : 0)
        + (code.Any(char.IsAsciiDigit) ? 10 : 0)
        + code.Where(static letter => !char.IsAsciiLetterOrDigit(letter)).Distinct().Count();
}
