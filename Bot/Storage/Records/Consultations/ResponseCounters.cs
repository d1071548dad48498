using AgaBot.Consultations;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Consultations;

/// <summary>Keeps the counts of a consultation's responses, one counter a shard.</summary>
internal static class ResponseCounters
{
    /// <summary>The counter of a shard with the difference, for the batch of what it counts.</summary>
    public static async ValueTask<EntityWrite> CountAsync(
        this IEntityStore store,
        string shard,
        Consultation consultation,
        Tally difference,
        CancellationToken cancellationToken
    )
    {
        Kept<StoredResponseCounter>? before = await store.FindAsync(
            shard,
            RowKeys.ResponseCounter,
            StoredRow.Json.StoredResponseCounter,
            cancellationToken
        );
        Tally tally = (before?.Value.ToTally() ?? ResponseCounts.None(consultation)).Plus(difference);
        return StoreReads.Put(RowKeys.ResponseCounter, StoredResponseCounter.Of(tally), StoredRow.Json.StoredResponseCounter, before?.ETag);
    }
}
