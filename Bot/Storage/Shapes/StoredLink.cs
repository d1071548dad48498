using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Shapes;

/// <summary>A row of partition <c>links</c>, under the hash of its code.</summary>
/// <param name="TakenIn">Only in rows of versions that did not ask the maker.</param>
/// <param name="Speaker">The maker's; missing in rows of those versions.</param>
/// <param name="Stage">Missing in rows of those versions.</param>
internal sealed record StoredLinkOffer(
    int V,
    string Maker,
    DateTimeOffset ExpiresAt,
    int Drafts,
    string? TakenIn = null,
    string? Speaker = null,
    LinkStage? Stage = null,
    StoredLinkTaker? Taker = null
) : IStoredRow
{
    public static StoredLinkOffer Of(LinkOffer offer) =>
        new(
            StoredRow.Version,
            offer.Maker.Value,
            offer.ExpiresAt,
            offer.Drafts,
            offer.TakenIn,
            offer.MakerSpeaker?.Value,
            offer.Stage,
            offer.Taker is { } taker ? new StoredLinkTaker(taker.Id.Value, taker.Speaker.Value, StoredHeldRole.Of(taker.Shared)) : null
        );

    public LinkOffer ToOffer(string hash) =>
        new(hash, new ParticipantId(Maker), ExpiresAt, Drafts, TakenIn)
        {
            MakerSpeaker = Speaker is null ? null : new ParticipantId(Speaker),
            Stage = Stage ?? LinkStage.Open,
            Taker = Taker is null
                ? null
                : new LinkTaker(new ParticipantId(Taker.Id), new ParticipantId(Taker.Speaker), StoredHeldRole.ToHeld(Taker.Shared)),
        };
}

/// <param name="Shared">Missing where no role is shared.</param>
internal sealed record StoredLinkTaker(string Id, string Speaker, StoredHeldRole[]? Shared = null);

/// <param name="Shared">Missing where no role is shared.</param>
/// <param name="At">Missing in rows of versions in which a link could not be undone.</param>
internal sealed record StoredAbsorption(string From, bool ProfileWins, StoredHeldRole[]? Shared = null, DateTimeOffset? At = null)
{
    public static StoredAbsorption Of(Absorption absorption) =>
        new(absorption.From.Value, absorption.ProfileWins, StoredHeldRole.Of(absorption.Shared), absorption.At);

    public Absorption ToAbsorption() => new(new ParticipantId(From), ProfileWins) { Shared = StoredHeldRole.ToHeld(Shared), At = At };
}

internal sealed record StoredHeldRole(string By, Role Role)
{
    /// <returns>Null for none.</returns>
    public static StoredHeldRole[]? Of(ImmutableArray<HeldRole> held) =>
        held.IsEmpty ? null : [.. held.Select(static one => new StoredHeldRole(one.By.Value, one.Role))];

    public static ImmutableArray<HeldRole> ToHeld(StoredHeldRole[]? held) =>
        held is null ? [] : [.. held.Select(static one => new HeldRole(new ParticipantId(one.By), one.Role))];
}

internal sealed record StoredLinkQuestion(LinkStep Step, string Hash, DateTimeOffset Until)
{
    public static StoredLinkQuestion? Of(LinkQuestion? question) =>
        question is null ? null : new(question.Step, question.Hash, question.Until);

    public LinkQuestion ToQuestion() => new(Step, Hash, Until);
}
