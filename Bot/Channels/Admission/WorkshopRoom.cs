using AgaBot.Turns.Persistence;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Admission;

/// <summary>
/// The address blocks from which several conversations wrote in this hour or the last, while a workshop is open: the people of a hall
/// share one address. Nothing of it is stored, and after a restart a hall is known again when its people write.
/// </summary>
internal sealed class WorkshopRoom(IWorkshopHours hours, IOptions<AdmissionLimits> limits, TimeProvider time)
{
    /// <summary>Maximum number of blocks that are known in an hour.</summary>
    private const int MostBlocks = 20_000;

    private readonly Lock gate = new();
    private Dictionary<string, HashSet<string>> now = new(StringComparer.Ordinal);
    private Dictionary<string, HashSet<string>> before = new(StringComparer.Ordinal);
    private long hour;

    /// <summary>A conversation wrote from the block.</summary>
    public void Enter(string block, string conversationId)
    {
        lock (gate)
        {
            Turn();
            if (!now.TryGetValue(block, out HashSet<string>? writers) && now.Count < MostBlocks)
                now[block] = writers = new HashSet<string>(StringComparer.Ordinal);
            // More than enough need not be known.
            if (writers?.Count < limits.Value.FewestInRoom)
                writers.Add(conversationId);
        }
    }

    /// <summary>Whether a workshop is open, and the block is in its room.</summary>
    public bool Has(string block)
    {
        if (!hours.IsOpen(time.GetUtcNow()))
            return false;
        lock (gate)
        {
            Turn();
            return Math.Max(CountIn(now, block), CountIn(before, block)) >= limits.Value.FewestInRoom;
        }
    }

    private static int CountIn(Dictionary<string, HashSet<string>> writers, string block) => writers.GetValueOrDefault(block)?.Count ?? 0;

    private void Turn()
    {
        long current = time.GetUtcNow().Ticks / TimeSpan.TicksPerHour;
        if (current == hour)
            return;
        before = current == hour + 1 ? now : new(StringComparer.Ordinal);
        now = new(StringComparer.Ordinal);
        hour = current;
    }
}
