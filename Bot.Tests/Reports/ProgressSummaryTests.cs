using AgaBot.Plans;
using AgaBot.Reports;
using AgaBot.Tests.Plans;

namespace AgaBot.Tests.Reports;

public sealed class ProgressSummaryTests
{
    [Fact]
    public void Components_and_types_come_in_the_plans_order_however_little_there_is()
    {
        ProgressSummary summary = ProgressSummary.From(SmallPlan.Plan, PlanCounts.None);

        Assert.Equal(["seguras", "servicios"], summary.Components.Select(line => line.Component.Id));
        Assert.Equal(["regional", "academia"], summary.Participants.Select(line => line.Type!.Id));
        Assert.Equal((default, 0), (summary.Total, summary.TotalParticipants.Total));
    }

    [Fact]
    public void Totals_add_up_with_what_is_attached_to_nothing()
    {
        ProgressSummary summary = ProgressSummary.From(
            SmallPlan.Plan,
            PlanCounts
                .None.Plus(PlanCounts.Of("servicios", new ComponentCount(1, 2, 3)))
                .Plus(PlanCounts.Of(null, new ComponentCount(4, 0, 5)))
                .Plus(PlanCounts.Of("un-componente-retirado", new ComponentCount(0, 1, 0)))
        );

        Assert.Equal(new ComponentCount(1, 2, 3), summary.Components[1].Count);
        Assert.Equal(new ComponentCount(4, 1, 5), summary.Unattached);
        Assert.Equal(new ComponentCount(5, 3, 8), summary.Total);
    }

    [Fact]
    public void Participants_are_counted_by_type_and_gender()
    {
        ProgressSummary summary = ProgressSummary.From(
            SmallPlan.Plan,
            PlanCounts
                .None.Plus(PlanCounts.Of(new ParticipantGroup("regional", Gender.Woman), 13))
                .Plus(PlanCounts.Of(new ParticipantGroup("regional", Gender.Man), 20))
                .Plus(PlanCounts.Of(new ParticipantGroup("regional", null), 5))
                .Plus(PlanCounts.Of(new ParticipantGroup("academia", Gender.Other), 1))
        );

        Assert.Equal(new GenderCount(13, 20, 0, 5), summary.Participants[0].Count);
        Assert.Equal(new GenderCount(0, 0, 1, 0), summary.Participants[1].Count);
        Assert.Equal((39, 13), (summary.TotalParticipants.Total, summary.TotalParticipants.Women));
    }

    [Fact]
    public void People_of_a_type_that_the_plan_no_longer_has_are_not_lost()
    {
        ProgressSummary summary = ProgressSummary.From(SmallPlan.Plan, PlanCounts.Of(new ParticipantGroup("retirado", Gender.Man), 2));

        Assert.Null(summary.Participants[^1].Type);
        Assert.Equal(2, summary.Participants[^1].Count.Total);
    }
}
