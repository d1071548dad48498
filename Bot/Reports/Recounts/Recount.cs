using System.Collections.Immutable;

namespace AgaBot.Reports.Recounts;

/// <summary>Counts all rows again and compares the result with the counters.</summary>
/// <remarks>
/// Counters are read first, so a concurrent write appears as a difference. The difference is gone in a recount without writes.
/// </remarks>
public static class Recount
{
    /// <returns>The counters that differ from their rows, in order of key; empty if none does.</returns>
    public static async Task<ImmutableArray<Drift>> FindDriftsAsync(IRecountSource source, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<Counter, (int Kept, int Counted)>();
        await foreach (KeptFigure kept in source.KeptAsync(cancellationToken))
            figures[kept.Counter] = (figures.GetValueOrDefault(kept.Counter).Kept + kept.Figure, 0);
        await foreach (Counter counter in source.CountedAsync(cancellationToken))
        {
            (int kept, int counted) = figures.GetValueOrDefault(counter);
            figures[counter] = (kept, counted + 1);
        }

        return
        [
            .. figures
                .Where(figure => figure.Value.Kept != figure.Value.Counted)
                .Select(figure => new Drift(figure.Key, figure.Value.Kept, figure.Value.Counted))
                .OrderBy(drift => drift.Counter.Where, StringComparer.Ordinal)
                .ThenBy(drift => drift.Counter.What, StringComparer.Ordinal),
        ];
    }
}

/// <summary>A counter with the value <paramref name="Kept"/> although there are <paramref name="Counted"/> rows.</summary>
public sealed record Drift(Counter Counter, int Kept, int Counted);
