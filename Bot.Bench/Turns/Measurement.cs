namespace AgaBot.Bench.Turns;

/// <summary>What one run measured; latencies in milliseconds, from a message posted to its reply received.</summary>
/// <param name="CpuPerTurn">Of the server alone, on all cores: steadier than the rate where the machine has other work.</param>
internal sealed record Measurement(double TurnsPerSecond, double P50, double P99, TimeSpan CpuPerTurn)
{
    public static Measurement Of(TimeSpan took, TimeSpan cpu, IEnumerable<List<double>> latencies)
    {
        double[] sorted = [.. latencies.SelectMany(list => list).Order()];
        return new(sorted.Length / took.TotalSeconds, At(sorted, 0.50), At(sorted, 0.99), cpu / Math.Max(1, sorted.Length));
    }

    private static double At(double[] sorted, double quantile) =>
        sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, quantile * sorted.Length)];
}
