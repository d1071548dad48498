using AgaBot.Channels.Http;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Admission;

/// <summary>
/// Bytes that may be kept in an hour: of one conversation, of one address block, and over all. Counted in memory, so an instance that
/// starts again counts anew; the floor of free disk (<c>Storage:Sqlite:FreeDisk</c>) holds all the same.
/// </summary>
internal sealed class ByteQuotas(IOptions<AdmissionLimits> limits, WorkshopRoom room, TimeProvider time)
{
    /// <summary>Maximum number of conversations and blocks that are counted apart; others share one count.</summary>
    private const int MostCounts = 100_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, long> taken = new(StringComparer.Ordinal);
    private long hour;

    /// <summary>
    /// Counts the body of a request. False if one of the quotas does not have as many bytes left; an error response has then been written,
    /// and nothing was counted.
    /// </summary>
    /// <param name="most">The size of a body that does not state it.</param>
    public async ValueTask<bool> AdmitAsync(HttpContext http, string conversationId, long most)
    {
        string block = AddressBlock.Of(http.Connection.RemoteIpAddress);
        if (TryTake(conversationId, block, http.Request.ContentLength ?? most))
            return true;
        await AddressAdmission.RejectAsync(http, UntilNextHour());
        return false;
    }

    private bool TryTake(string conversationId, string block, long bytes)
    {
        AdmissionLimits most = limits.Value;
        long factor = room.Has(block) ? most.WorkshopFactor : 1;
        lock (gate)
        {
            long now = time.GetUtcNow().Ticks / TimeSpan.TicksPerHour;
            if (now != hour)
            {
                taken.Clear();
                hour = now;
            }
            Span<(string Key, long Most)> counts =
            [
                (KeyOf("c" + conversationId), most.ConversationBytesPerHour),
                (KeyOf("a" + block), most.AddressBytesPerHour * factor),
                ("", most.BytesPerHour),
            ];
            foreach ((string key, long limit) in counts)
            {
                if (taken.GetValueOrDefault(key) + bytes > limit)
                    return false;
            }
            foreach ((string key, _) in counts)
                taken[key] = taken.GetValueOrDefault(key) + bytes;
            return true;
        }
    }

    private string KeyOf(string key) => taken.Count < MostCounts || taken.ContainsKey(key) ? key : key[..1];

    private TimeSpan UntilNextHour() => TimeSpan.FromTicks(TimeSpan.TicksPerHour - (time.GetUtcNow().Ticks % TimeSpan.TicksPerHour));
}
