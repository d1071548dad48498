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

    private readonly ConcurrentDictionary<string, ResiliencePipeline<ConnectorAnswer>> pipelines = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="authority">The connector's host and port.</param>
    public ResiliencePipeline<ConnectorAnswer> With(string authority) =>
        pipelines.TryGetValue(authority, out ResiliencePipeline<ConnectorAnswer>? known)
            ? known
            : pipelines.GetOrAdd(pipelines.Count < MaxConnectors ? authority : "", static (_, self) => self.Build(), this);

    private ResiliencePipeline<ConnectorAnswer> Build() =>
        new ResiliencePipelineBuilder<ConnectorAnswer> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<ConnectorAnswer>
                {
                    ShouldHandle = static arguments =>
                        ValueTask.FromResult(
                            arguments.Outcome is { Result: ConnectorAnswer.Later } or { Exception: BrokenCircuitException }
                        ),
                    MaxRetryAttempts = MaxRepetitions,
                    Delay = options.Value.RetryDelay,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    MaxDelay = LongestWait,
                    DelayGenerator = arguments => ValueTask.FromResult(Asked(arguments.Outcome.Result)),
                    OnRetry = arguments =>
                    {
                        ConnectorLog.TriedAgain(logger, arguments.AttemptNumber + 1);
                        return default;
                    },
                }
            )
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<ConnectorAnswer>
                {
                    ShouldHandle = static arguments =>
                        ValueTask.FromResult(arguments.Outcome.Result is ConnectorAnswer.Later { IsDown: true } or ConnectorAnswer.Lost),
                    FailureRatio = 0.8,
                    MinimumThroughput = 40,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = TimeSpan.FromSeconds(5),
                    OnOpened = arguments =>
                    {
                        ConnectorLog.LeftAlone(logger, arguments.BreakDuration.TotalSeconds);
                        return default;
                    },
                }
            )
            .Build();

    /// <summary>What a connector asks for goes before our own back-off, within reason.</summary>
    private static TimeSpan? Asked(ConnectorAnswer? answer) =>
        answer is ConnectorAnswer.Later { RetryAfter: { } asked }
            ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, LongestWait.Ticks))
            : null;
}
