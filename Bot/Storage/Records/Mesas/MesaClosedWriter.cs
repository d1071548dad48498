using AgaBot.Plans.Mesas;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Mesas;

internal sealed class MesaClosedWriter(PlanStore plan) : MesaChangeWriter<MesaClosed>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(MesaClosed change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Kept<StoredMesa> before = await GetAsync(change.Mesa, cancellationToken);
        return before.Value.ClosedAt is null
            ? Become(before, before.Value.ToMesa() with { ClosedAt = at }, "mesa-closed", change.By, [])
            : PlanEdit.Nothing;
    }
}
