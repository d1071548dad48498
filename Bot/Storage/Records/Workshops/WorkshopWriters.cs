using AgaBot.Plans;
using AgaBot.Plans.Workshops;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Workshops;

internal sealed class WorkshopOpenedWriter(PlanStore plan) : PlanChangeWriter<WorkshopOpened>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(WorkshopOpened change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Kept<StoredWorkshop>? before = await Store.FindAsync(Partition, RowKeys.Workshop, StoredRow.Json.StoredWorkshop, cancellationToken);
        return before?.Value.Until == change.Until
            ? PlanEdit.Nothing
            : WorkshopRow.Write(before, change.Until, "workshop-opened", change.Coordinator);
    }
}

internal sealed class WorkshopClosedWriter(PlanStore plan) : PlanChangeWriter<WorkshopClosed>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(WorkshopClosed change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Kept<StoredWorkshop>? before = await Store.FindAsync(Partition, RowKeys.Workshop, StoredRow.Json.StoredWorkshop, cancellationToken);
        return before?.Value.Until is null
            ? PlanEdit.Nothing
            : WorkshopRow.Write(before, until: null, "workshop-closed", change.Coordinator);
    }
}

internal static class WorkshopRow
{
    public static PlanEdit Write(Kept<StoredWorkshop>? before, DateTimeOffset? until, string what, ParticipantId coordinator)
    {
        int revision = (before?.Value.Revision ?? 0) + 1;
        var workshop = new StoredWorkshop(StoredRow.Version, until, revision);
        return new PlanEdit.Write(
            [StoreReads.Put(RowKeys.Workshop, workshop, StoredRow.Json.StoredWorkshop, before?.ETag)],
            PlanCounts.None,
            new Audit(what, "workshop", coordinator, revision)
        );
    }
}
