using AgaBot.Plans.Mesas;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Mesas;

internal sealed class MesaCorrectedWriter(PlanStore plan) : MesaChangeWriter<MesaCorrected>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(MesaCorrected change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Kept<StoredMesa> before = await GetAsync(change.Mesa, cancellationToken);
        Mesa mesa = before.Value.ToMesa();
        if (mesa.Attendance == change.Attendance)
            return PlanEdit.Nothing;

        // Somebody has claimed a seat that the correction would take away.
        return change.Attendance.Holds(mesa.Claimed)
            ? Become(before, mesa with { Attendance = change.Attendance }, "mesa-corrected", change.By, [])
            : PlanEdit.Outdated;
    }
}
