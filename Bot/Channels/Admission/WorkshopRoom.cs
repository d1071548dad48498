using AgaBot.Turns.Persistence;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Admission;

/// <summary>
/// The address blocks from which many people take part while a workshop is open: the people of a hall share one address. Nothing of it is
/// stored.
/// </summary>
internal sealed class WorkshopRoom(IWorkshopHours hours, IOptions<AdmissionLimits> limits, TimeProvider time)
{
    /// <summary>Maximum number of blocks that are counted.</summary>
    private const int MostBlocks = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> comers = new(StringComparer.Ordinal);
    private long hour;

    /// <summary>Counts a person who comes from the block.</summary>
    public void Enter(string block)
    {
        lock (gate)
        {
            long now = time.GetUtcNow().Ticks / TimeSpan.TicksPerHour;
            if (now - hour > 1)
                comers.Clear();
            hour = now;
            if (comers.Count < MostBlocks || comers.ContainsKey(block))
                comers[block] = comers.GetValueOrDefault(block) + 1;
        }
    }

    /// <summary>Whether a workshop is open, and the block is in its room.</summary>
    public bool Has(string block)
    {
        if (!hours.IsOpen(time.GetUtcNow()))
            return false;
        lock (gate)
            return comers.GetValueOrDefault(block) >= limits.Value.FewestInRoom;
    }
}
