using AgaBot.Plans;
using AgaBot.Plans.Linking;

namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>lm:…</c> of a plan's partition: a link that can be undone.</summary>
/// <param name="FromMember">The row by which the person who goes was counted; missing where there was none.</param>
/// <param name="ToMember">The row by which the person who stays was counted; missing where there was none.</param>
internal sealed record StoredLinkMemory(
    int V,
    string From,
    string To,
    DateTimeOffset At,
    string[] Drafts,
    DateTimeOffset? ConsentedOn = null,
    StoredProfile? Profile = null,
    string? Language = null,
    StoredMesaRef? Mesa = null,
    bool? NoReminders = null,
    StoredHeldRole[]? Shared = null,
    StoredMember? FromMember = null,
    StoredMember? ToMember = null
) : IStoredRow
{
    public static StoredLinkMemory Of(LinkMemory memory, StoredMember? fromMember, StoredMember? toMember) =>
        new(
            StoredRow.Version,
            memory.From.Value,
            memory.To.Value,
            memory.At,
            [.. memory.Drafts.Select(static draft => draft.Value)],
            memory.Before.ConsentedOn,
            memory.Before.Profile is { } profile ? StoredProfile.Of(profile) : null,
            memory.Before.Language,
            StoredMesaRef.Of(memory.Before.Mesa),
            memory.Before.RefusesReminders ? true : null,
            StoredHeldRole.Of(memory.Shared),
            fromMember,
            toMember
        );

    public LinkMemory ToMemory() =>
        new(
            new ParticipantId(From),
            new ParticipantId(To),
            At,
            [.. Drafts.Select(static draft => new ProposalId(draft))],
            new LinkedBefore(ConsentedOn, Profile?.ToProfile(), Language, Mesa?.ToMesa(), NoReminders ?? false),
            StoredHeldRole.ToHeld(Shared)
        );
}

/// <summary>Row <c>li:…</c> of a plan's partition: a row that a link moves or drops.</summary>
/// <param name="Kind">The kind of the row. Stored: never rename.</param>
/// <param name="Id">The id of the draft, the receipt of the proposal, the mesa, or the consultation.</param>
/// <param name="Owner">Whose row it was.</param>
/// <param name="Dropped">Whether the link drops the row, because the other has one for the same thing; missing where it moves.</param>
internal sealed record StoredLinkItem(
    int V,
    DateTimeOffset At,
    string Kind,
    string Id,
    string Owner,
    bool? Dropped = null,
    StoredSupport? Support = null,
    StoredSeat? Seat = null,
    StoredResponse? Response = null
) : IStoredRow;
