using AgaBot.Plans.Linking;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Linking;

/// <summary>Partition <c>links</c>, one row a code. The code itself is not stored.</summary>
internal sealed class LinkOfferRecords(IEntityStore store) : ILinkOffers
{
    private const string Partition = "links";

    public async ValueTask<LinkOffer?> FindAsync(string hash, CancellationToken cancellationToken) =>
        (await store.FindAsync(Partition, hash, StoredRow.Json.StoredLinkOffer, cancellationToken))?.Value.ToOffer(hash);

    public async ValueTask PutAsync(LinkOffer offer, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            Partition,
            [StoreReads.Put(offer.Hash, StoredLinkOffer.Of(offer), StoredRow.Json.StoredLinkOffer, before: null)],
            cancellationToken
        );

    public async ValueTask<bool> TakeAsync(LinkOffer offer, string turnId, CancellationToken cancellationToken)
    {
        while (await store.FindAsync(Partition, offer.Hash, StoredRow.Json.StoredLinkOffer, cancellationToken) is { } kept)
        {
            if (kept.Value.TakenIn is { } takenIn)
                return takenIn == turnId;
            StoredLinkOffer taken = kept.Value with { TakenIn = turnId };
            if (
                await store.WriteAsync(
                    Partition,
                    [StoreReads.Put(offer.Hash, taken, StoredRow.Json.StoredLinkOffer, kept.ETag)],
                    cancellationToken
                ) is WriteOutcome.Written
            )
                return true;
        }
        return false;
    }

    public async ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await foreach (
            Kept<StoredLinkOffer> kept in store.AllAsync(Partition, prefix: "", StoredRow.Json.StoredLinkOffer, cancellationToken)
        )
        {
            // A conflict means that another instance deletes the same row.
            if (kept.Value.ToOffer(kept.Row).ExpiresAt < before)
                await store.WriteAsync(Partition, [new EntityWrite.Delete(kept.Row, kept.ETag)], cancellationToken);
        }
    }
}
