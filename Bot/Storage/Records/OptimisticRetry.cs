using AgaBot.Turns.Persistence;
using Polly;
using Polly.Retry;

namespace AgaBot.Storage.Records;

/// <summary>Repeats a conditional write as long as another process writes first.</summary>
internal sealed class OptimisticRetry(TimeProvider time)
{
    private const int MaxTries = 20;

    /// <summary>The pauses have jitter, so that two writers who met do not meet again.</summary>
    private readonly ResiliencePipeline retry = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(
            new RetryStrategyOptions
            {
                ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome is { Exception: null, Result: null }),
                // The first attempt is made outside the pipeline, and the pipeline makes one before it retries.
                MaxRetryAttempts = MaxTries - 2,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(1),
                MaxDelay = TimeSpan.FromMilliseconds(100),
            }
        )
        .Build();

    /// <param name="attempt">Reads, decides and writes; null where another process wrote since the read.</param>
    /// <exception cref="StoreUnavailableException">Another process wrote first every time.</exception>
    public async ValueTask<T> RetryAsync<T>(Func<CancellationToken, ValueTask<T?>> attempt, CancellationToken cancellationToken)
        where T : class =>
        // Conflicts are rare: an attempt without one allocates nothing for the pipeline.
        await attempt(cancellationToken)
        ?? await retry.ExecuteAsync(static (attempt, cancellation) => attempt(cancellation), attempt, cancellationToken)
        ?? throw new StoreUnavailableException($"A row was changed by others in each of {MaxTries} tries.");

    /// <param name="attempt">Reads, decides and writes; false where another process wrote since the read.</param>
    /// <exception cref="StoreUnavailableException">Another process wrote first every time.</exception>
    public async ValueTask RetryAsync(Func<CancellationToken, ValueTask<bool>> attempt, CancellationToken cancellationToken) =>
        await RetryAsync<OptimisticRetry>(async cancellation => await attempt(cancellation) ? this : null, cancellationToken);
}
