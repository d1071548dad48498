using AgaBot.Plans.Mesas;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Mesas;

internal sealed class MesaAcceptedWriter(PlanStore plan) : MesaChangeWriter<MesaAccepted>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(MesaAccepted change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Kept<StoredMesa> before = await GetAsync(change.Mesa, cancellationToken);
        return before.Value.ToMesa().Standing == MesaStanding.Counted
            ? PlanEdit.Nothing
            : Become(
                before,
                before.Value.ToMesa() with
                {
                    Standing = MesaStanding.Counted,
                    VoidedBecause = null,
                },
                "mesa-accepted",
                change.By,
                []
            );
    }
}
