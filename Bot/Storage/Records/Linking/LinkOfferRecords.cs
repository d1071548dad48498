using AgaBot.Plans;
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

    public async ValueTask<bool> TakeAsync(string hash, LinkTaker taker, DateTimeOffset answerBy, CancellationToken cancellationToken) =>
        await ChangeAsync(
            hash,
            offer =>
                offer is { Stage: LinkStage.Open, TakenIn: null }
                    ? offer with
                    {
                        Stage = LinkStage.Taken,
                        Taker = taker,
                        ExpiresAt = answerBy,
                    }
                    : offer,
            cancellationToken
        )
            is { After: { Stage: LinkStage.Taken, Taker: { } took } }
        && took.Id == taker.Id;

    public async ValueTask<bool> ConfirmAsync(string hash, CancellationToken cancellationToken) =>
        await ChangeAsync(
            hash,
            static offer => offer.Stage == LinkStage.Taken ? offer with { Stage = LinkStage.Confirmed } : offer,
            cancellationToken
        )
            is { After.Stage: LinkStage.Confirmed };

    public async ValueTask<bool> DeclineAsync(string hash, CancellationToken cancellationToken) =>
        await ChangeAsync(
            hash,
            static offer => offer.Stage is LinkStage.Open or LinkStage.Taken ? offer with { Stage = LinkStage.Declined } : offer,
            cancellationToken
        )
            is { Changed: true };

    public ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        DeleteAsync(offer => offer.ExpiresAt < before, cancellationToken);

    public ValueTask ForgetAsync(IReadOnlyCollection<ParticipantId> ids, CancellationToken cancellationToken) =>
        DeleteAsync(
            offer =>
                ids.Contains(offer.Maker)
                || (offer.MakerSpeaker is { } maker && ids.Contains(maker))
                || (offer.Taker is { } taker && (ids.Contains(taker.Id) || ids.Contains(taker.Speaker))),
            cancellationToken
        );

    private async ValueTask DeleteAsync(Func<LinkOffer, bool> isToGo, CancellationToken cancellationToken)
    {
        await foreach (
            Kept<StoredLinkOffer> kept in store.AllAsync(Partition, prefix: "", StoredRow.Json.StoredLinkOffer, cancellationToken)
        )
        {
            // A conflict means that another instance deletes or ends the same row, which the next sweep finds.
            if (isToGo(kept.Value.ToOffer(kept.Row)))
                await store.WriteAsync(Partition, [new EntityWrite.Delete(kept.Row, kept.ETag)], cancellationToken);
        }
    }

    /// <returns>Null where there is no such offer.</returns>
    private async ValueTask<Outcome?> ChangeAsync(string hash, Func<LinkOffer, LinkOffer> change, CancellationToken cancellationToken)
    {
        while (await store.FindAsync(Partition, hash, StoredRow.Json.StoredLinkOffer, cancellationToken) is { } kept)
        {
            LinkOffer before = kept.Value.ToOffer(hash);
            LinkOffer after = change(before);
            if (ReferenceEquals(after, before))
                return new Outcome(after, Changed: false);
            EntityWrite put = StoreReads.Put(hash, StoredLinkOffer.Of(after), StoredRow.Json.StoredLinkOffer, kept.ETag);
            if (await store.WriteAsync(Partition, [put], cancellationToken) is WriteOutcome.Written)
                return new Outcome(after, Changed: true);
        }
        return null;
    }

    private sealed record Outcome(LinkOffer After, bool Changed);
}
