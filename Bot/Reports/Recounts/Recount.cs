using System.Collections.Immutable;

namespace AgaBot.Reports.Recounts;

/// <summary>Counts the rows again, and compares with what is kept beside them.</summary>
/// <remarks>Counters are read first: what is written meanwhile shows as drift, and is gone when counted again in quiet.</remarks>
public static class Recount
{
    /// <returns>The counters that say another figure than their rows, in order of place; none where all is well.</returns>
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

/// <summary>A counter that says <paramref name="Kept"/> where there are <paramref name="Counted"/>.</summary>
public sealed record Drift(Counter Counter, int Kept, int Counted);
