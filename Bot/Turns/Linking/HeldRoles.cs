using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Linking;

/// <summary>
/// Which roles hold in a turn. Linking joins the data of two ids and not their roles: a role holds in turns of the id that it was granted
/// to (docs/decisions/0041). Pure.
/// </summary>
public static class HeldRoles
{
    /// <summary>The state as a turn of this id sees it.</summary>
    public static ParticipantState SeenBy(ParticipantRecord person, ParticipantId speaker) =>
        person.Held.IsEmpty ? person.State : With(person.State, person.Participant.Roles.Union(Of(person, speaker)));

    /// <summary>The record after a turn of this id. A role that the turn granted to a linked person holds for this id.</summary>
    public static ParticipantRecord After(ParticipantRecord before, ParticipantState decided, ParticipantId speaker)
    {
        if (before.Linked.IsEmpty)
            return before with { State = decided };
        ImmutableSortedSet<Role> everywhere = before.Participant.Roles.Intersect(decided.Participant.Roles);
        return before with
        {
            State = With(decided, everywhere),
            Held =
            [
                .. before.Held.Where(held => held.By != speaker),
                .. decided.Participant.Roles.Except(everywhere).Select(role => new HeldRole(speaker, role)),
            ],
        };
    }

    /// <summary>Every role of a participant with the ids for which it holds.</summary>
    public static ImmutableArray<HeldRole> All(ParticipantRecord person) =>
        [
            .. person
                .Linked.Prepend(person.Participant.Id)
                .SelectMany(id => person.Participant.Roles.Select(role => new HeldRole(id, role)))
                .Concat(person.Held)
                .Distinct(),
        ];

    internal static ParticipantState With(ParticipantState state, ImmutableSortedSet<Role> roles) =>
        state with
        {
            Participant = state.Participant with { Roles = roles },
        };

    private static IEnumerable<Role> Of(ParticipantRecord person, ParticipantId speaker) =>
        person.Held.Where(held => held.By == speaker).Select(static held => held.Role);
}
