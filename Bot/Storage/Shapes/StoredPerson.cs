using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>person</c> of a participant's partition.</summary>
/// <param name="Language">Missing where the person never chose one.</param>
/// <param name="Parting">Missing where no link is being undone.</param>
/// <param name="Held">Missing where no role holds for one id alone.</param>
/// <param name="NoReminders">Missing where the person did not refuse reminders.</param>
internal sealed record StoredPerson(
    int V,
    string Id,
    Role[] Roles,
    StoredDraft[] Drafts,
    DateTimeOffset? ConsentedOn = null,
    StoredProfile? Profile = null,
    string? MovedTo = null,
    StoredAbsorption[]? Absorbing = null,
    string? Language = null,
    string[]? Linked = null,
    StoredErasing? Erasing = null,
    StoredMesaRef? Mesa = null,
    bool? NoReminders = null,
    StoredHeldRole[]? Held = null,
    string? Parting = null
) : IStoredRow
{
    public static StoredPerson Of(ParticipantRecord person) =>
        new(
            StoredRow.Version,
            person.Participant.Id.Value,
            [.. person.Participant.Roles],
            [.. person.Drafts.Select(StoredDraft.Of)],
            person.Participant.ConsentedOn,
            person.Participant.Profile is { } profile ? StoredProfile.Of(profile) : null,
            person.MovedTo?.Value,
            person.Absorbing.IsEmpty ? null : [.. person.Absorbing.Select(StoredAbsorption.Of)],
            person.State.Language,
            person.Linked.IsEmpty ? null : [.. person.Linked.Select(static id => id.Value)],
            person.Erasing is { } erasing ? new StoredErasing(erasing.TurnId, erasing.At) : null,
            StoredMesaRef.Of(person.State.Mesa),
            person.State.RefusesReminders ? true : null,
            StoredHeldRole.Of(person.Held),
            person.Parting?.Value
        );

    public ParticipantRecord ToPerson() =>
        new(
            new ParticipantState(
                new Participant(new ParticipantId(Id), ConsentedOn, Profile?.ToProfile(), [.. Roles]),
                [.. Drafts.Select(draft => draft.ToDraft())]
            )
            {
                Language = Language,
                RefusesReminders = NoReminders ?? false,
                Mesa = Mesa?.ToMesa(),
            }
        )
        {
            MovedTo = MovedTo is null ? null : new ParticipantId(MovedTo),
            Absorbing = Absorbing is null ? [] : [.. Absorbing.Select(absorption => absorption.ToAbsorption())],
            Held = StoredHeldRole.ToHeld(Held),
            Parting = Parting is null ? null : new ParticipantId(Parting),
            Linked = Linked is null ? [] : [.. Linked.Select(static id => new ParticipantId(id))],
            Erasing = Erasing is null ? null : new Erasing(Erasing.Turn, Erasing.At),
        };
}

/// <param name="Turn">The turn in which the person asked for the erasure.</param>
internal sealed record StoredErasing(string Turn, DateTimeOffset At);

internal sealed record StoredProfile(string Name, string Organisation, string OrganisationType, Gender? Gender = null)
{
    public static StoredProfile Of(Profile profile) => new(profile.Name, profile.Organisation, profile.OrganisationTypeId, profile.Gender);

    public Profile ToProfile() => new(Name, Organisation, OrganisationType, Gender);
}

internal sealed record StoredDraft(
    string Id,
    ProposalKind Kind,
    DateTimeOffset StartedAt,
    DateTimeOffset ChangedAt,
    StoredSession Session,
    string? Component = null,
    StoredMesaRef? Mesa = null,
    string[]? Ignored = null,
    DateTimeOffset? RemindedAt = null
)
{
    public static StoredDraft Of(Draft draft) =>
        new(
            draft.Id.Value,
            draft.Kind,
            draft.StartedAt,
            draft.ChangedAt,
            StoredSession.Of(draft.Session),
            draft.ComponentId,
            StoredMesaRef.Of(draft.Mesa),
            draft.Ignored.IsEmpty ? null : [.. draft.Ignored],
            draft.RemindedAt
        );

    public Draft ToDraft() =>
        new(new ProposalId(Id), Kind, Component, StartedAt, ChangedAt, Session.ToSession())
        {
            Mesa = Mesa?.ToMesa(),
            Ignored = Ignored is null ? Draft.NothingIgnored : Draft.NothingIgnored.Union(Ignored),
            RemindedAt = RemindedAt,
        };
}
