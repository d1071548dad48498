using AgaBot.Plans;

namespace AgaBot.Storage.Records;

/// <summary>The store and the plan whose partition is read and written.</summary>
internal sealed record PlanStore(IEntityStore Store, Plan Plan, TimeProvider Time)
{
    public string Partition { get; } = RowKeys.PlanPartition(Plan);
}
