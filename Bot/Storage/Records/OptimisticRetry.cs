using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Records;

/// <summary>Does a conditional write again as long as another process comes first.</summary>
internal sealed class OptimisticRetry(TimeProvider time)
{
    private const int MaxTries = 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    /// <param name="attempt">Reads, decides and writes; null where somebody else wrote since it read.</param>
    /// <exception cref="StoreUnavailableException">Somebody else came first every time.</exception>
    public async ValueTask<T> RetryAsync<T>(Func<CancellationToken, ValueTask<T?>> attempt, CancellationToken cancellationToken)
        where T : class
    {
        for (int tries = 1; tries <= MaxTries; tries++)
        {
            if (await attempt(cancellationToken) is { } done)
                return done;
            await Task.Delay(Pause(tries), time, cancellationToken);
        }

        throw new StoreUnavailableException($"A row was changed by others in each of {MaxTries} tries.");
    }

    /// <param name="attempt">Reads, decides and writes; false where somebody else wrote since it read.</param>
    /// <exception cref="StoreUnavailableException">Somebody else came first every time.</exception>
    public async ValueTask RetryAsync(Func<CancellationToken, ValueTask<bool>> attempt, CancellationToken cancellationToken) =>
        await RetryAsync<OptimisticRetry>(async cancellation => await attempt(cancellation) ? this : null, cancellationToken);

    // Jitter, so that two who met do not meet again; it decides nothing and need not be secret.
#pragma warning disable CA5394
    private static TimeSpan Pause(int tries) =>
        TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 1 << Math.Min(tries, 10)) * Random.Shared.NextDouble());
#pragma warning restore CA5394
}
