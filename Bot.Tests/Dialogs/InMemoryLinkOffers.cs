using AgaBot.Plans.Linking;

namespace AgaBot.Tests.Dialogs;

/// <summary>Link codes in memory.</summary>
internal sealed class InMemoryLinkOffers : ILinkOffers
{
    private readonly Dictionary<string, (LinkOffer Offer, string? TakenBy)> offers = new(StringComparer.Ordinal);

    public ValueTask<LinkOffer?> FindAsync(string hash, CancellationToken cancellationToken) =>
        ValueTask.FromResult(offers.TryGetValue(hash, out (LinkOffer Offer, string? TakenBy) kept) ? kept.Offer : null);

    public ValueTask PutAsync(LinkOffer offer, CancellationToken cancellationToken)
    {
        offers[offer.Hash] = (offer, null);
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> TakeAsync(LinkOffer offer, string turnId, CancellationToken cancellationToken)
    {
        if (offers[offer.Hash].TakenBy is { } other && other != turnId)
            return ValueTask.FromResult(false);
        offers[offer.Hash] = (offer, turnId);
        return ValueTask.FromResult(true);
    }

    public ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();
}
