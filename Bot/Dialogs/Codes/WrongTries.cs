namespace AgaBot.Dialogs.Codes;

/// <summary>
/// Counts wrong codes by kind and address block. A block with more than <see cref="PerHour"/> is loud: its conversations have fewer free
/// tries (<see cref="CodeTries"/>). A hall whose two hundred people mistype a code once each is not loud.
/// </summary>
/// <remarks>
/// The count is in the memory of this instance and a restart resets it: the codes have enough bits without it (docs/decisions/0042), and
/// counting costs no write. A turn that is decided again counts its code twice, which errs on the safe side.
/// </remarks>
public sealed class WrongTries(TimeProvider time)
{
    /// <summary>The number that a block forgets in an hour, and the number from which it is loud.</summary>
    public const int PerHour = 300;

    /// <summary>Bounds the memory. Blocks beyond it are not counted until others are forgotten.</summary>
    private const int MostBlocks = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(CodeKind Kind, string Block), Level> levels = [];
    private DateTimeOffset swept;

    /// <param name="block">Null on channels that show no address; these are never loud.</param>
    public bool IsLoud(CodeKind kind, string? block)
    {
        if (block is null)
            return false;
        lock (gate)
            return levels.TryGetValue((kind, block), out Level level) && level.At(time.GetUtcNow()) >= PerHour;
    }

    public void Count(CodeKind kind, string? block)
    {
        if (block is null)
            return;
        lock (gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            bool isCounted = levels.TryGetValue((kind, block), out Level level);
            if (!isCounted && !HasRoom(now))
                return;
            // A level beyond twice the limit would keep a block loud long after the last wrong code.
            levels[(kind, block)] = new Level(Math.Min(level.At(now) + 1, 2 * PerHour), now);
        }
    }

    private bool HasRoom(DateTimeOffset now)
    {
        if (levels.Count < MostBlocks)
            return true;
        if (now - swept >= TimeSpan.FromMinutes(1))
        {
            swept = now;
            foreach (((CodeKind, string) key, Level level) in levels)
            {
                if (level.At(now) <= 0)
                    levels.Remove(key);
            }
        }
        return levels.Count < MostBlocks;
    }

    /// <summary>Wrong codes that are not yet forgotten, as of a time.</summary>
    private readonly record struct Level(double Height, DateTimeOffset Since)
    {
        public double At(DateTimeOffset now) => Math.Max(0, Height - (PerHour * (now - Since).TotalHours));
    }
}
