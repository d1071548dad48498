using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Linking;

/// <summary>
/// Separates two participants who were joined. Each has what they had before, with the present answers of their drafts. What was made since
/// stays with the id that stayed. Pure.
/// </summary>
public static class Separating
{
    /// <param name="closed">The record of the participant who leaves, as it was closed.</param>
    public static ParticipantRecord Leaving(ParticipantRecord closed, ParticipantRecord joined, LinkMemory memory) =>
        WithRoles(
            closed with
            {
                State = closed.State with { Drafts = [.. joined.Drafts.Where(draft => memory.Drafts.Contains(draft.Id))] },
                MovedTo = null,
                Absorbing = [],
            },
            joined,
            memory
        );

    public static ParticipantRecord Staying(ParticipantRecord joined, ParticipantRecord closed, LinkMemory memory)
    {
        LinkedBefore before = memory.Before;
        ImmutableArray<ParticipantId> left = [.. closed.Linked, memory.From];
        return WithRoles(
            joined with
            {
                State = joined.State with
                {
                    Participant = joined.Participant with { ConsentedOn = before.ConsentedOn, Profile = before.Profile },
                    Drafts = [.. joined.Drafts.Where(draft => !memory.Drafts.Contains(draft.Id))],
                    Language = before.Language,
                    Mesa = before.Mesa,
                    RefusesReminders = before.RefusesReminders,
                },
                Linked = [.. joined.Linked.Where(id => !left.Contains(id))],
                Parting = null,
            },
            joined,
            memory
        );
    }

    public static LinkMemory Remember(ParticipantRecord stays, ParticipantRecord goes, Absorption link, DateTimeOffset at) =>
        new(
            goes.Participant.Id,
            stays.Participant.Id,
            at,
            [.. goes.Drafts.Select(static draft => draft.Id)],
            new LinkedBefore(
                stays.Participant.ConsentedOn,
                stays.Participant.Profile,
                stays.State.Language,
                stays.State.Mesa,
                stays.State.RefusesReminders
            ),
            link.Shared
        );

    /// <summary>The roles that hold for the ids of this participant, without those that the link shared.</summary>
    private static ParticipantRecord WithRoles(ParticipantRecord person, ParticipantRecord joined, LinkMemory memory)
    {
        ImmutableArray<ParticipantId> ids = [person.Participant.Id, .. person.Linked];
        ImmutableArray<HeldRole> held = [.. joined.Held.Where(role => ids.Contains(role.By) && !memory.Shared.Contains(role))];
        return person.Linked.IsEmpty
            ? person with
            {
                Held = [],
                State = HeldRoles.With(person.State, [.. held.Select(static role => role.Role)]),
            }
            : person with
            {
                Held = held,
                State = HeldRoles.With(person.State, []),
            };
    }
}
