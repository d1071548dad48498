using System.Collections.Immutable;

namespace AgaBot.Plans;

/// <summary>The stored counters, or the difference that a change makes to them.</summary>
/// <param name="Components">
/// By component id; the empty id counts what has no component yet. Entries whose counts are all zero are not kept.
/// </param>
/// <param name="Participants">By organisation type and gender. Entries with a count of zero are not kept.</param>
public sealed record PlanCounts(
    ImmutableSortedDictionary<string, ComponentCount> Components,
    ImmutableSortedDictionary<ParticipantGroup, int> Participants
)
{
    public static PlanCounts None { get; } =
        new(
            ImmutableSortedDictionary.Create<string, ComponentCount>(StringComparer.Ordinal),
            ImmutableSortedDictionary<ParticipantGroup, int>.Empty
        );

    /// <summary>People of mesas that no coordinator has accepted yet. They are in no other count.</summary>
    public int Apart { get; init; }

    /// <summary>Proposals that a coordinator hid. They are counted in their components as well.</summary>
    public int Hidden { get; init; }

    public bool IsNone => Components.IsEmpty && Participants.IsEmpty && Apart == 0 && Hidden == 0;

    public static PlanCounts Of(string? componentId, ComponentCount count) =>
        None.Plus(None with { Components = None.Components.Add(componentId ?? "", count) });

    public static PlanCounts Of(ParticipantGroup group, int count) =>
        None.Plus(None with { Participants = None.Participants.Add(group, count) });

    public PlanCounts Plus(PlanCounts other)
    {
        var components = Components.ToBuilder();
        foreach ((string id, ComponentCount count) in other.Components)
            Keep(components, id, components.GetValueOrDefault(id).Plus(count));
        var participants = Participants.ToBuilder();
        foreach ((ParticipantGroup group, int count) in other.Participants)
            Keep(participants, group, participants.GetValueOrDefault(group) + count);
        return new PlanCounts(components.ToImmutable(), participants.ToImmutable())
        {
            Apart = Apart + other.Apart,
            Hidden = Hidden + other.Hidden,
        };

        static void Keep<TKey, TCount>(ImmutableSortedDictionary<TKey, TCount>.Builder counts, TKey key, TCount count)
            where TKey : notnull
            where TCount : struct, IEquatable<TCount>
        {
            if (count.Equals(default))
                counts.Remove(key);
            else
                counts[key] = count;
        }
    }

    public PlanCounts Negated() =>
        new(
            Components.ToImmutableSortedDictionary(count => count.Key, count => count.Value.Negated(), Components.KeyComparer),
            Participants.ToImmutableSortedDictionary(count => count.Key, count => -count.Value)
        )
        {
            Apart = -Apart,
            Hidden = -Hidden,
        };

    public bool Equals(PlanCounts? other) =>
        other is not null
        && (Apart, Hidden) == (other.Apart, other.Hidden)
        && Components.SequenceEqual(other.Components)
        && Participants.SequenceEqual(other.Participants);

    public override int GetHashCode() => HashCode.Combine(Components.Count, Participants.Count, Apart, Hidden);
}

public readonly record struct ComponentCount(int Drafts, int Fichas, int Aportes)
{
    public static ComponentCount Draft => new(1, 0, 0);

    public static ComponentCount Submitted(ProposalKind kind) => kind == ProposalKind.Ficha ? new(0, 1, 0) : new(0, 0, 1);

    public ComponentCount Plus(ComponentCount other) => new(Drafts + other.Drafts, Fichas + other.Fichas, Aportes + other.Aportes);

    public ComponentCount Negated() => new(-Drafts, -Fichas, -Aportes);
}

/// <summary>Participants that are counted together; a null gender means that they did not say.</summary>
public readonly record struct ParticipantGroup(string OrganisationTypeId, Gender? Gender) : IComparable<ParticipantGroup>
{
    public int CompareTo(ParticipantGroup other)
    {
        int byType = string.CompareOrdinal(OrganisationTypeId, other.OrganisationTypeId);
        return byType != 0 ? byType : Nullable.Compare(Gender, other.Gender);
    }
}
