using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace AgaBot.Channels.Connector;

/// <summary>
/// Retries and circuit breakers of the connectors. If many messages in a row cannot reach a connector, its circuit opens for some seconds,
/// so that waiting messages hold no connections.
/// </summary>
internal sealed class ConnectorResilience(IOptions<ConnectorOptions> options, TimeProvider time, ILogger<ConnectorResilience> logger)
{
    private const int MaxRetries = 6;

    /// <summary>
    /// Maximum number of pipelines; further connectors share one. Channels have a few connectors each, but programs on the same machine can
    /// name any number of addresses.
    /// </summary>
    private const int MaxConnectors = 100;

    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, ResiliencePipeline<ConnectorResult>> pipelines = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="authority">Host and port of the connector.</param>
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
                    MaxRetryAttempts = MaxRetries,
                    Delay = options.Value.RetryDelay,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    MaxDelay = MaxDelay,
                    DelayGenerator = arguments => ValueTask.FromResult(RequestedDelay(arguments.Outcome.Result)),
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

    /// <summary>The delay that the connector asks for, up to the maximum. It takes precedence over the exponential delay.</summary>
    private static TimeSpan? RequestedDelay(ConnectorResult? answer) =>
        answer is ConnectorResult.RetryLater { RetryAfter: { } asked }
            ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, MaxDelay.Ticks))
            : null;
}
