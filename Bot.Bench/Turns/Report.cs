using System.Globalization;
using System.Runtime.InteropServices;

namespace AgaBot.Bench.Turns;

/// <summary>The table that Bot.Bench/README.md shows: medians over the rounds, and the ratio within each round.</summary>
internal sealed class Report(TimeSpan bareFirst, TimeSpan botFirst)
{
    private readonly SortedDictionary<int, List<(Measurement Bare, Measurement Bot)>> rounds = [];

    public void Add(int users, Measurement bare, Measurement bot)
    {
        if (!rounds.TryGetValue(users, out List<(Measurement, Measurement)>? measured))
            rounds[users] = measured = [];
        measured.Add((bare, bot));
    }

    public void Print(TextWriter output, long bareMemory, long botMemory)
    {
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} cores, .NET {Environment.Version}, "
                    + $"{RuntimeInformation.OSDescription}"
            )
        );
        output.WriteLine();
        output.WriteLine(
            "| users | bare turns/s | bot turns/s | ratio | bare p50 / p99 ms | bot p50 / p99 ms | bare / bot CPU µs a turn |"
        );
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach ((int users, List<(Measurement Bare, Measurement Bot)> rounds) in rounds)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {users} | {Median(rounds, r => r.Bare.TurnsPerSecond):F0} "
                        + $"| {Median(rounds, r => r.Bot.TurnsPerSecond):F0} "
                        + $"| {Median(rounds, r => r.Bot.TurnsPerSecond / r.Bare.TurnsPerSecond):P0} "
                        + $"| {Median(rounds, r => r.Bare.P50):F2} / {Median(rounds, r => r.Bare.P99):F2} "
                        + $"| {Median(rounds, r => r.Bot.P50):F2} / {Median(rounds, r => r.Bot.P99):F2} "
                        + $"| {Median(rounds, r => r.Bare.CpuPerTurn.TotalMicroseconds):F0} "
                        + $"/ {Median(rounds, r => r.Bot.CpuPerTurn.TotalMicroseconds):F0} |"
                )
            );
        }
        output.WriteLine();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"First reply after start: bare {bareFirst.TotalMilliseconds:F0} ms, "
                    + $"bot {botFirst.TotalMilliseconds:F0} ms ({botFirst / bareFirst:F1}x)."
            )
        );
    }

    private static double Median(List<(Measurement Bare, Measurement Bot)> rounds, Func<(Measurement Bare, Measurement Bot), double> of)
    {
        double[] sorted = [.. rounds.Select(of).Order()];
        return sorted[sorted.Length / 2];
    }
}
