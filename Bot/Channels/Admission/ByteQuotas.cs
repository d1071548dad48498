using AgaBot.Channels.Http;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Admission;

/// <summary>
/// Bytes that may be kept in an hour: of one conversation, of one address block, and over all; of messages and of files apart, so that
/// messages go on where files are refused. Only bytes that arrived are counted. The counts are in memory, so an instance that starts again
/// counts anew; the floor of free disk (<c>Storage:Sqlite:FreeDiskForFiles</c>) holds all the same.
/// </summary>
internal sealed class ByteQuotas(IOptions<AdmissionLimits> limits, WorkshopRoom room, TimeProvider time)
{
    /// <summary>Maximum number of conversations and blocks that are counted apart; others share one count.</summary>
    private const int MostCounts = 100_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, long> taken = new(StringComparer.Ordinal);
    private long hour;

    /// <summary>
    /// Counts what would be kept. False if one of the quotas does not have as many bytes left; an error response has then been written, and
    /// nothing was counted.
    /// </summary>
    public async ValueTask<bool> AdmitAsync(HttpContext http, QuotaKind kind, string conversationId, long bytes)
    {
        if (TryTake(kind, conversationId, AddressBlock.Of(http.Connection.RemoteIpAddress), bytes))
            return true;
        await AddressAdmission.RejectAsync(http, UntilNextHour());
        return false;
    }

    private bool TryTake(QuotaKind kind, string conversationId, string block, long bytes)
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
                (KeyOf($"{kind}c", conversationId), most.ConversationBytesPerHour),
                (KeyOf($"{kind}a", block), most.AddressBytesPerHour * factor),
                ($"{kind}", most.BytesPerHour),
            ];
            foreach ((string key, long limit) in counts)
            {
                if (bytes > limit - taken.GetValueOrDefault(key))
                    return false;
            }
            foreach ((string key, _) in counts)
                taken[key] = taken.GetValueOrDefault(key) + bytes;
            return true;
        }
    }

    private string KeyOf(string prefix, string name)
    {
        string key = $"{prefix}:{name}";
        return taken.Count < MostCounts || taken.ContainsKey(key) ? key : prefix;
    }

    private TimeSpan UntilNextHour() => TimeSpan.FromTicks(TimeSpan.TicksPerHour - (time.GetUtcNow().Ticks % TimeSpan.TicksPerHour));
}

/// <summary>What is counted apart.</summary>
internal enum QuotaKind
{
    Messages,
    Files,
}
