using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Linking;

/// <summary>Joins two participants into one. Pure.</summary>
public static class Joining
{
    private const string Directory = "entra:";

    /// <summary>
    /// Decides who stays: the id of a directory, otherwise the later id. The order is total, so that people who link each other at once, or
    /// in a ring, agree on who stays.
    /// </summary>
    public static (ParticipantId From, ParticipantId To) Order(ParticipantId one, ParticipantId other) =>
        Compare(one.Value, other.Value) < 0 ? (one, other) : (other, one);

    /// <param name="profileOfOther">Whether the other's profile counts, where both have one.</param>
    /// <param name="shared">Roles that the person confirmed for an id that did not have them; no other role travels.</param>
    public static ParticipantRecord Join(
        ParticipantRecord stays,
        ParticipantRecord goes,
        bool profileOfOther,
        params ImmutableArray<HeldRole> shared
    ) =>
        stays with
        {
            State = Join(stays.State, goes.State, profileOfOther),
            Held = [.. HeldRoles.All(stays).Concat(HeldRoles.All(goes)).Concat(shared).Distinct()],
            Linked = [.. stays.Linked.Append(goes.Participant.Id).Concat(goes.Linked).Distinct()],
        };

    private static ParticipantState Join(ParticipantState stays, ParticipantState goes, bool profileOfOther) =>
        stays with
        {
            Participant = stays.Participant with
            {
                ConsentedOn = Earlier(stays.Participant.ConsentedOn, goes.Participant.ConsentedOn),
                Profile = profileOfOther
                    ? goes.Participant.Profile ?? stays.Participant.Profile
                    : stays.Participant.Profile ?? goes.Participant.Profile,
                Roles = [],
            },
            Drafts = United(stays.Drafts, goes.Drafts),
            Language = stays.Language ?? goes.Language,
            Mesa = stays.Mesa ?? goes.Mesa,
            RefusesReminders = stays.RefusesReminders || goes.RefusesReminders,
        };

    private static int Compare(string one, string other)
    {
        int known = one.StartsWith(Directory, StringComparison.Ordinal).CompareTo(other.StartsWith(Directory, StringComparison.Ordinal));
        return known != 0 ? known : string.CompareOrdinal(one, other);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    /// <summary>Oldest first, which is the order of a person's drafts.</summary>
    private static ImmutableArray<Draft> United(ImmutableArray<Draft> one, ImmutableArray<Draft> other) =>
        [.. one.Concat(other).DistinctBy(static draft => draft.Id).OrderBy(static draft => draft.StartedAt)];
}
