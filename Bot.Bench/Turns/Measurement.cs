namespace AgaBot.Bench.Turns;

/// <summary>The figures of one run. Latencies are in milliseconds, from the post of a message to the arrival of its reply.</summary>
/// <param name="CpuPerTurn">CPU time of the server on all cores. It varies less than the rate on a busy machine.</param>
internal sealed record Measurement(double TurnsPerSecond, double P50, double P99, TimeSpan CpuPerTurn)
{
    public static Measurement Of(TimeSpan took, TimeSpan cpu, IEnumerable<List<double>> latencies)
    {
        double[] sorted = [.. latencies.SelectMany(list => list).Order()];
        return new(sorted.Length / took.TotalSeconds, sorted.Quantile(0.50), sorted.Quantile(0.99), cpu / Math.Max(1, sorted.Length));
    }
}
