using System.Collections.Immutable;

namespace AgaBot.Plans;

/// <summary>The figures that are kept beside what they count.</summary>
/// <param name="Components">By component id; the empty id is what is attached to no component yet.</param>
/// <param name="Participants">By organisation type and gender.</param>
public sealed record PlanCounts(
    ImmutableSortedDictionary<string, ComponentCount> Components,
    ImmutableSortedDictionary<ParticipantGroup, int> Participants)
{
    public static PlanCounts None { get; } = new(
        ImmutableSortedDictionary.Create<string, ComponentCount>(StringComparer.Ordinal),
        ImmutableSortedDictionary<ParticipantGroup, int>.Empty);
}

public readonly record struct ComponentCount(int Drafts, int Fichas, int Aportes);

/// <summary>Those who are counted together; a null gender is a person who did not say.</summary>
public readonly record struct ParticipantGroup(string OrganisationTypeId, Gender? Gender) : IComparable<ParticipantGroup>
{
    public int CompareTo(ParticipantGroup other)
    {
        int byType = string.CompareOrdinal(OrganisationTypeId, other.OrganisationTypeId);
        return byType != 0 ? byType : Nullable.Compare(Gender, other.Gender);
    }
}
