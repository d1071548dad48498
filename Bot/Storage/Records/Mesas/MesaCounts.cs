using AgaBot.Plans;
using AgaBot.Plans.Mesas;

namespace AgaBot.Storage.Records.Mesas;

internal static class MesaCounts
{
    /// <summary>What a mesa's row adds to the counts: the people who are not participants themselves, apart while the mesa waits.</summary>
    public static PlanCounts Of(Mesa mesa) =>
        mesa.Standing switch
        {
            MesaStanding.Waiting => PlanCounts.None with { Apart = mesa.Anonymous.People },
            MesaStanding.Voided => PlanCounts.None,
            _ => mesa.Anonymous.ToCounts(),
        };
}
