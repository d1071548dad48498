using System.Diagnostics.Metrics;

namespace AgaBot.Turns;

/// <summary>What an operator watches: meter <c>AgaBot.Turns</c>.</summary>
internal sealed class TurnMetrics
{
    public const string MeterName = "AgaBot.Turns";

    private readonly Histogram<double> duration;
    private readonly Counter<long> conflicts;
    private readonly Counter<long> failedSends;

    public TurnMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        duration = meter.CreateHistogram<double>("agabot.turn.duration", "ms", "How long a turn took, by outcome");
        conflicts = meter.CreateCounter<long>("agabot.turn.conflicts", "{conflict}", "Commits that met another write and were decided again");
        failedSends = meter.CreateCounter<long>("agabot.turn.failed_sends", "{send}", "Sends that have to be tried again");
    }

    public void Took(TurnResult result, TimeSpan took) =>
        duration.Record(took.TotalMilliseconds, new KeyValuePair<string, object?>("outcome", result.Name));

    public void Conflict() => conflicts.Add(1);

    public void SendFailed() => failedSends.Add(1);
}
