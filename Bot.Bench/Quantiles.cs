namespace AgaBot.Bench;

internal static class Quantiles
{
    /// <param name="sorted">In ascending order.</param>
    public static double Quantile(this double[] sorted, double quantile) =>
        sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, quantile * sorted.Length)];
}
