using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Shapes;

/// <summary>A row of partition <c>links</c>, under the hash of its code.</summary>
internal sealed record StoredLinkOffer(int V, string Maker, DateTimeOffset ExpiresAt, int Drafts, string? TakenIn = null) : IStoredRow
{
    public static StoredLinkOffer Of(LinkOffer offer) =>
        new(StoredRow.Version, offer.Maker.Value, offer.ExpiresAt, offer.Drafts, offer.TakenIn);

    public LinkOffer ToOffer(string hash) => new(hash, new ParticipantId(Maker), ExpiresAt, Drafts, TakenIn);
}

internal sealed record StoredAbsorption(string From, bool ProfileWins)
{
    public static StoredAbsorption Of(Absorption absorption) => new(absorption.From.Value, absorption.ProfileWins);

    public Absorption ToAbsorption() => new(new ParticipantId(From), ProfileWins);
}
