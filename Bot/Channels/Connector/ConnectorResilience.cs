using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace AgaBot.Channels.Connector;

/// <summary>
/// How often a connector is asked again, and when no more for a while: one that many messages in a row could not reach is left alone
/// for some seconds, so that what waits for it holds no connections.
/// </summary>
internal sealed class ConnectorResilience(IOptions<ConnectorOptions> options, TimeProvider time, ILogger<ConnectorResilience> logger)
{
    private const int MaxRepetitions = 6;

    /// <summary>Channels have a few connectors each. What programs on this machine call themselves has no end: beyond this many they share one.</summary>
    private const int MaxConnectors = 100;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, ResiliencePipeline<ConnectorResult>> pipelines = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="authority">The connector's host and port.</param>
    public ResiliencePipeline<ConnectorResult> PipelineFor(string authority) =>
        pipelines.TryGetValue(authority, out ResiliencePipeline<ConnectorResult>? known)
            ? known
            : pipelines.GetOrAdd(pipelines.Count < MaxConnectors ? authority : "", static (_, self) => self.Build(), this);

    private ResiliencePipeline<ConnectorResult> Build() =>
        new ResiliencePipelineBuilder<ConnectorResult> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<ConnectorResult>
                {
                    ShouldHandle = static arguments =>
                        ValueTask.FromResult(
                            arguments.Outcome is { Result: ConnectorResult.RetryLater } or { Exception: BrokenCircuitException }
                        ),
                    MaxRetryAttempts = MaxRepetitions,
                    Delay = options.Value.RetryDelay,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    MaxDelay = LongestWait,
                    DelayGenerator = arguments => ValueTask.FromResult(Asked(arguments.Outcome.Result)),
                    OnRetry = arguments =>
                    {
                        ConnectorLog.Retrying(logger, arguments.AttemptNumber + 1);
                        return default;
                    },
                }
            )
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<ConnectorResult>
                {
                    ShouldHandle = static arguments =>
                        ValueTask.FromResult(
                            arguments.Outcome.Result is ConnectorResult.RetryLater { IsDown: true } or ConnectorResult.ResponseLost
                        ),
                    FailureRatio = 0.8,
                    MinimumThroughput = 40,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = TimeSpan.FromSeconds(5),
                    OnOpened = arguments =>
                    {
                        ConnectorLog.CircuitOpened(logger, arguments.BreakDuration.TotalSeconds);
                        return default;
                    },
                }
            )
            .Build();

    /// <summary>What a connector asks for goes before our own back-off, within reason.</summary>
    private static TimeSpan? Asked(ConnectorResult? answer) =>
        answer is ConnectorResult.RetryLater { RetryAfter: { } asked }
            ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, LongestWait.Ticks))
            : null;
}
