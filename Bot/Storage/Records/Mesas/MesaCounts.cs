using AgaBot.Plans;
using AgaBot.Plans.Mesas;

namespace AgaBot.Storage.Records.Mesas;

internal static class MesaCounts
{
    /// <summary>What a mesa's row adds to the counts: the people who are not participants themselves.</summary>
    public static PlanCounts Of(Mesa mesa) => mesa.Anonymous.ToCounts();
}
