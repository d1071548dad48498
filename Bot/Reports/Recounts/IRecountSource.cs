namespace AgaBot.Reports.Recounts;

/// <summary>Reads every counter and every row that a counter counts.</summary>
public interface IRecountSource
{
    /// <summary>What the counters say; one that says nothing may be left out.</summary>
    IAsyncEnumerable<KeptFigure> KeptAsync(CancellationToken cancellationToken);

    /// <summary>For each row, the counters that it adds to, once for each that it adds.</summary>
    IAsyncEnumerable<Counter> CountedAsync(CancellationToken cancellationToken);
}

/// <summary>One figure of one counter.</summary>
/// <param name="Where">The counter's place in the store.</param>
/// <param name="What">What it counts, for operators.</param>
public readonly record struct Counter(string Where, string What);

public readonly record struct KeptFigure(Counter Counter, int Figure);
