using System.Diagnostics.Metrics;

namespace AgaBot.Turns;

/// <summary>What an operator watches: meter <c>AgaBot.Turns</c>.</summary>
internal sealed class TurnMetrics
{
    public const string MeterName = "AgaBot.Turns";

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _conflicts;
    private readonly Counter<long> _failedSends;

    public TurnMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        _duration = meter.CreateHistogram<double>("agabot.turn.duration", "ms", "How long a turn took, by outcome");
        _conflicts = meter.CreateCounter<long>("agabot.turn.conflicts", "{conflict}", "Commits that met another write and were decided again");
        _failedSends = meter.CreateCounter<long>("agabot.turn.failed_sends", "{send}", "Sends that have to be tried again");
    }

    public void Took(TurnResult result, TimeSpan took) =>
        _duration.Record(took.TotalMilliseconds, new KeyValuePair<string, object?>("outcome", result.Name));

    public void Conflict() => _conflicts.Add(1);

    public void SendFailed() => _failedSends.Add(1);
}
