using System.Collections.Immutable;
using AgaBot.Plans;

namespace AgaBot.Reports;

/// <summary>The figures of <i>avance</i> in the plan's order; what belongs to nothing in the plan comes last.</summary>
/// <param name="Components">One per component of the plan, also without proposals.</param>
/// <param name="Unattached">Proposals without component, or of a component that the plan no longer has.</param>
/// <param name="Participants">One per organisation type of the plan, then those of types that it no longer has, if any.</param>
public sealed record ProgressSummary(
    ImmutableArray<ComponentProgress> Components,
    ComponentCount Unattached,
    ComponentCount Total,
    ImmutableArray<ParticipantProgress> Participants,
    GenderCount TotalParticipants
)
{
    /// <summary>People of mesas that no coordinator has accepted yet, who are not counted above.</summary>
    public int Apart { get; init; }

    /// <summary>Proposals that a coordinator hid, which are counted above.</summary>
    public int Hidden { get; init; }

    public static ProgressSummary From(Plan plan, PlanCounts counts)
    {
        ImmutableArray<ComponentProgress> components =
        [
            .. plan.Components.Select(component => new ComponentProgress(component, counts.Components.GetValueOrDefault(component.Id))),
        ];
        ComponentCount total = Sum(counts.Components.Values);
        ComponentCount unattached = total.Plus(Sum(components.Select(component => component.Count)).Negated());

        ImmutableArray<ParticipantProgress> participants =
        [
            .. plan.OrganisationTypes.Select(type => new ParticipantProgress(
                type,
                Sum(counts, group => group.OrganisationTypeId == type.Id)
            )),
        ];
        GenderCount others = Sum(counts, group => plan.OrganisationTypes.All(type => type.Id != group.OrganisationTypeId));
        if (others.Total > 0)
            participants = participants.Add(new ParticipantProgress(null, others));

        return new ProgressSummary(components, unattached, total, participants, Sum(counts, static _ => true))
        {
            Apart = counts.Apart,
            Hidden = counts.Hidden,
        };
    }

    private static ComponentCount Sum(IEnumerable<ComponentCount> counts) =>
        counts.Aggregate(default(ComponentCount), static (sum, count) => sum.Plus(count));

    private static GenderCount Sum(PlanCounts counts, Func<ParticipantGroup, bool> belongs) =>
        counts
            .Participants.Where(group => belongs(group.Key))
            .Aggregate(default(GenderCount), static (sum, group) => sum.Plus(group.Key.Gender, group.Value));
}

public sealed record ComponentProgress(Component Component, ComponentCount Count);

/// <param name="Type">Null for types that the plan does not have.</param>
public sealed record ParticipantProgress(OrganisationType? Type, GenderCount Count);

/// <summary>Participants by gender; <paramref name="Unsaid"/> did not say.</summary>
public readonly record struct GenderCount(int Women, int Men, int Other, int Unsaid)
{
    public int Total => Women + Men + Other + Unsaid;

    public GenderCount Plus(Gender? gender, int count) =>
        gender switch
        {
            Gender.Woman => this with { Women = Women + count },
            Gender.Man => this with { Men = Men + count },
            Gender.Other => this with { Other = Other + count },
            null => this with { Unsaid = Unsaid + count },
        };
}
