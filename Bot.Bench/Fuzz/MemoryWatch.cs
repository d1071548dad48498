using AgaBot.Bench.Processes;

namespace AgaBot.Bench.Fuzz;

/// <summary>Measures the bot's memory over a run.</summary>
internal sealed class MemoryWatch(ChildServer bot)
{
    /// <summary>Minimum number of activities for a judgement: a shorter run mostly measures the warming.</summary>
    public const int FewestActivities = 50_000;

    private const int Parts = 20;
    private const long Slack = 32L << 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly long[] highest = new long[Parts];

    public IReadOnlyList<long> Highest => highest;

    /// <summary>Whether the last quarter of the run needs no more memory than the second, apart from <see cref="Slack"/>.</summary>
    public bool IsFlat => highest[^(Parts / 4)..].Max() <= highest[(Parts / 4)..(Parts / 2)].Max() + Slack;

    public async Task WatchAsync(Task until, Func<double> done, CancellationToken cancellationToken)
    {
        while (!until.IsCompleted && !bot.HasExited)
        {
            int part = Math.Min((int)(done() * Parts), Parts - 1);
            highest[part] = Math.Max(highest[part], bot.Memory());
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
