using AgaBot.Plans;

namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>n:…</c> of a plan's partition: a share of <see cref="PlanCounts"/>.</summary>
internal sealed record StoredPlanCounter(
    int V,
    StoredComponentCount[] Components,
    StoredGroupCount[] Participants,
    int? Apart = null,
    int? Hidden = null
) : IStoredRow
{
    public static StoredPlanCounter Of(PlanCounts counts) =>
        new(
            StoredRow.Version,
            [
                .. counts.Components.Select(count => new StoredComponentCount(
                    count.Key,
                    count.Value.Drafts,
                    count.Value.Fichas,
                    count.Value.Aportes
                )),
            ],
            [.. counts.Participants.Select(count => new StoredGroupCount(count.Key.OrganisationTypeId, count.Value, count.Key.Gender))],
            counts.Apart == 0 ? null : counts.Apart,
            counts.Hidden == 0 ? null : counts.Hidden
        );

    public PlanCounts ToCounts()
    {
        PlanCounts counts = PlanCounts.None with { Apart = Apart ?? 0, Hidden = Hidden ?? 0 };
        foreach (StoredComponentCount count in Components)
            counts = counts.Plus(PlanCounts.Of(count.Id, new ComponentCount(count.Drafts, count.Fichas, count.Aportes)));
        foreach (StoredGroupCount count in Participants)
            counts = counts.Plus(PlanCounts.Of(new ParticipantGroup(count.Type, count.Gender), count.Count));
        return counts;
    }
}

/// <param name="Id">The id of a component; empty for proposals without a component.</param>
internal sealed record StoredComponentCount(string Id, int Drafts, int Fichas, int Aportes);

internal sealed record StoredGroupCount(string Type, int Count, Gender? Gender = null);

/// <summary>Row <c>m:…</c> of a plan's partition: under which type and gender a participant is counted.</summary>
/// <param name="LinkedTo">The participant that this one became part of, and is counted with.</param>
internal sealed record StoredMember(int V, string Participant, string Type, int Revision, Gender? Gender = null, string? LinkedTo = null)
    : IStoredRow;

/// <summary>Row <c>e:…</c> of a plan's partition: a person was erased. The row does not say who.</summary>
internal sealed record StoredErasure(int V, DateTimeOffset At) : IStoredRow;

/// <summary>Row <c>g:…</c> of a plan's partition: a role that was granted.</summary>
internal sealed record StoredRoleGrant(int V, string Participant, Role Role, DateTimeOffset At) : IStoredRow;
