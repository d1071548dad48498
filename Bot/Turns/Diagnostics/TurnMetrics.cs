using System.Diagnostics.Metrics;

namespace AgaBot.Turns.Diagnostics;

/// <summary>Metrics for operators: meter <c>AgaBot.Turns</c>.</summary>
internal sealed class TurnMetrics
{
    public const string MeterName = "AgaBot.Turns";

    private readonly Histogram<double> duration;
    private readonly Counter<long> conflicts;
    private readonly Counter<long> failedSends;
    private readonly Counter<long> swept;
    private readonly Gauge<long> due;
    private readonly Counter<long> work;
    private readonly Gauge<long> queued;

    public TurnMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        duration = meter.CreateHistogram<double>("agabot.turn.duration", "ms", "How long a turn took, by outcome");
        conflicts = meter.CreateCounter<long>(
            "agabot.turn.conflicts",
            "{conflict}",
            "Commits that met another write and were decided again"
        );
        failedSends = meter.CreateCounter<long>("agabot.turn.failed_sends", "{send}", "Sends that have to be tried again");
        swept = meter.CreateCounter<long>(
            "agabot.outbox.swept",
            "{conversation}",
            "Replies that were left waiting: sent, waiting on, or given up"
        );
        due = meter.CreateGauge<long>(
            "agabot.outbox.due",
            "{conversation}",
            "Conversations whose waiting replies are due to be sent again"
        );
        work = meter.CreateCounter<long>("agabot.work", "{piece}", "Work off the queue, by kind and outcome");
        queued = meter.CreateGauge<long>("agabot.queue.depth", "{piece}", "Work in the queue, waiting or set aside");
    }

    public void Took(string outcome, TimeSpan took) =>
        duration.Record(took.TotalMilliseconds, new KeyValuePair<string, object?>("outcome", outcome));

    public void Conflict() => conflicts.Add(1);

    public void SendFailed() => failedSends.Add(1);

    public void Swept(string outcome) => swept.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void RepliesWait(int conversations) => due.Record(conversations);

    public void Worked(string kind, string outcome) =>
        work.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("outcome", outcome));

    public void Queued(long waiting, long setAside)
    {
        queued.Record(waiting, new KeyValuePair<string, object?>("state", "waiting"));
        queued.Record(setAside, new KeyValuePair<string, object?>("state", "set-aside"));
    }
}
