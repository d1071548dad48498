namespace AgaBot.Tests.Hosting;

/// <summary>Runs from a moment on, and can be put forward.</summary>
internal sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = (start - DateTimeOffset.UtcNow).Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ticks));

    public void Forward(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
