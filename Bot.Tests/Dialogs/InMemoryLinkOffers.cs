using AgaBot.Plans;
using AgaBot.Plans.Linking;

namespace AgaBot.Tests.Dialogs;

/// <summary>Link codes in memory. Their makers have no stored data.</summary>
internal sealed class InMemoryLinkOffers : ILinkOffers, ILinkFaces, ILinkMemories
{
    private readonly Dictionary<string, LinkOffer> offers = new(StringComparer.Ordinal);

    public ValueTask<LinkOffer?> FindAsync(string hash, CancellationToken cancellationToken) =>
        ValueTask.FromResult(offers.GetValueOrDefault(hash));

    public ValueTask PutAsync(LinkOffer offer, CancellationToken cancellationToken)
    {
        offers[offer.Hash] = offer;
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> TakeAsync(string hash, LinkTaker taker, DateTimeOffset answerBy, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<bool> ConfirmAsync(string hash, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> DeclineAsync(string hash, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask ForgetAsync(IReadOnlyCollection<ParticipantId> ids, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<LinkMemory?> FindLastAsync(ParticipantId to, DateTimeOffset now, CancellationToken cancellationToken) =>
        ValueTask.FromResult<LinkMemory?>(null);

    public ValueTask<LinkMemory?> FindAsync(ParticipantId to, ParticipantId from, CancellationToken cancellationToken) =>
        ValueTask.FromResult<LinkMemory?>(null);

    public ValueTask<LinkFace> OfAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new LinkFace(null, null, 0, 0));
}
