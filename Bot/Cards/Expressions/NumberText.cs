using System.Globalization;

namespace AgaBot.Cards.Expressions;

/// <summary>Writes numbers as JavaScript does (ECMA-262, Number::toString): plainly from 1e-6 to below 1e21.</summary>
internal static class NumberText
{
    private const double SmallestPlain = 1e-6;
    private const double LargestPlain = 1e21;

    public static string Of(double number)
    {
        string shortest = number.ToString("R", CultureInfo.InvariantCulture);
        int exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        if (exponentAt < 0)
            return shortest == "-0" ? "0" : shortest;
        if (Math.Abs(number) is >= SmallestPlain and < LargestPlain)
            return decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        int exponent = int.Parse(shortest.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{shortest.AsSpan(0, exponentAt)}e{exponent:+0;-0}");
    }
}
