namespace AgaBot.Dialogs;

/// <summary>How much was counted of late by key and address block; each count is forgotten in time. Thread-safe.</summary>
/// <param name="perHour">The number that a block forgets in an hour.</param>
/// <param name="most">The highest level: a higher one would last long after the last count.</param>
internal sealed class AddressLevels<TKey>(TimeProvider time, double perHour, double most)
{
    /// <summary>Bounds the memory. Blocks beyond it are not counted until others are forgotten.</summary>
    private const int MostBlocks = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(TKey Key, string Block), Level> levels = [];
    private DateTimeOffset swept;

    /// <param name="block">Null on channels that show no address. Nothing is counted there.</param>
    public double Of(TKey key, string? block)
    {
        if (block is null)
            return 0;
        lock (gate)
            return levels.TryGetValue((key, block), out Level level) ? At(level, time.GetUtcNow()) : 0;
    }

    public void Count(TKey key, string? block)
    {
        if (block is null)
            return;
        lock (gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            bool isCounted = levels.TryGetValue((key, block), out Level level);
            if (isCounted || HasRoom(now))
                levels[(key, block)] = new Level(Math.Min(At(level, now) + 1, most), now);
        }
    }

    private bool HasRoom(DateTimeOffset now)
    {
        if (levels.Count < MostBlocks)
            return true;
        if (now - swept >= TimeSpan.FromMinutes(1))
        {
            swept = now;
            foreach (((TKey, string) key, Level level) in levels)
            {
                if (At(level, now) <= 0)
                    levels.Remove(key);
            }
        }
        return levels.Count < MostBlocks;
    }

    private double At(Level level, DateTimeOffset now) => Math.Max(0, level.Height - (perHour * (now - level.Since).TotalHours));

    private readonly record struct Level(double Height, DateTimeOffset Since);
}
