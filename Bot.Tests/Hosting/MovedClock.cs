namespace AgaBot.Tests.Hosting;

/// <summary>A running clock with a start time, which can be moved forward.</summary>
internal sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = (start - DateTimeOffset.UtcNow).Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ticks));

    public void Forward(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
