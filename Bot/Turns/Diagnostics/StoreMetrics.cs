using System.Diagnostics.Metrics;

namespace AgaBot.Turns.Diagnostics;

/// <summary>Metrics about the store as a whole, in the meter of <see cref="TurnMetrics"/>.</summary>
internal sealed class StoreMetrics
{
    private readonly Gauge<long> damaged;
    private readonly Gauge<long> halted;
    private readonly Counter<long> givenBack;

    public StoreMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(TurnMetrics.MeterName);
        damaged = meter.CreateGauge<long>("agabot.store.damaged", description: "1 where the last check found the store's file damaged");
        halted = meter.CreateGauge<long>("agabot.retention.halted", description: "1 while the retention periods delete nothing");
        givenBack = meter.CreateCounter<long>("agabot.store.given_back", "By", "Bytes of deleted rows given back to the disk");
    }

    public void Checked(bool isDamaged) => damaged.Record(isDamaged ? 1 : 0);

    public void RetentionHalted(bool isHalted) => halted.Record(isHalted ? 1 : 0);

    public void GaveBack(long bytes) => givenBack.Add(bytes);
}
