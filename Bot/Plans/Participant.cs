using System.Collections.Immutable;

namespace AgaBot.Plans;

/// <summary>A person on a channel: opaque, the same for every conversation of that person there.</summary>
public readonly record struct ParticipantId(string Value)
{
    /// <summary>The author of what somebody sent who had their data erased since; nobody is called so.</summary>
    public static ParticipantId Nobody { get; } = new("");

    public override string ToString() => Value;
}

/// <summary>Who takes part, as far as they have told.</summary>
/// <param name="ConsentedOn">When they agreed to their data being kept (Ley 29733); nothing of a profile is kept before.</param>
/// <param name="Profile">Null until they have filled it: a consultation asks for consent alone.</param>
public sealed record Participant(ParticipantId Id, DateTimeOffset? ConsentedOn, Profile? Profile, ImmutableSortedSet<Role> Roles)
{
    public static Participant Unknown(ParticipantId id) => new(id, null, null, []);
}

/// <param name="OrganisationTypeId">An id of <see cref="Plan.OrganisationTypes"/>.</param>
/// <param name="Gender">Voluntary; asked only to report participation.</param>
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
