namespace AgaBot.Reports.Recounts;

/// <summary>Reads every counter and every row that is counted.</summary>
public interface IRecountSource
{
    /// <summary>The values of the counters; a counter without value may be missing.</summary>
    IAsyncEnumerable<KeptFigure> KeptAsync(CancellationToken cancellationToken);

    /// <summary>The counters that each row adds to; a counter occurs as many times as the row adds to it.</summary>
    IAsyncEnumerable<Counter> CountedAsync(CancellationToken cancellationToken);
}

/// <summary>One figure of one counter.</summary>
/// <param name="Where">The key of the counter in the store.</param>
/// <param name="What">What is counted, for operators.</param>
public readonly record struct Counter(string Where, string What);

public readonly record struct KeptFigure(Counter Counter, int Figure);
