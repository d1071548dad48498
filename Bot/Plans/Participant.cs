using System.Collections.Immutable;

namespace AgaBot.Plans;

/// <summary>A person on a channel: opaque, the same in every conversation of that person there.</summary>
public readonly record struct ParticipantId(string Value)
{
    /// <summary>The author of proposals whose author had their data erased. No participant has this id.</summary>
    public static ParticipantId Nobody { get; } = new("");

    public override string ToString() => Value;
}

/// <summary>A participant, as far as they have said who they are.</summary>
/// <param name="ConsentedOn">When they consented to the storage of their data (Ley 29733); no profile is stored before.</param>
/// <param name="Profile">Null until it is filled in: a consultation asks only for consent.</param>
public sealed record Participant(ParticipantId Id, DateTimeOffset? ConsentedOn, Profile? Profile, ImmutableSortedSet<Role> Roles)
{
    public static Participant Unknown(ParticipantId id) => new(id, null, null, []);
}

/// <param name="OrganisationTypeId">An id of <see cref="Plan.OrganisationTypes"/>.</param>
/// <param name="Gender">Optional; asked only for the participation report.</param>
public sealed record Profile(string Name, string Organisation, string OrganisationTypeId, Gender? Gender);

/// <summary>Stored by name: never rename.</summary>
public enum Gender
{
    Woman,
    Man,
    Other,
}

/// <summary>Stored by name: never rename.</summary>
public enum Role
{
    Coordinator,
    Reviewer,
}
