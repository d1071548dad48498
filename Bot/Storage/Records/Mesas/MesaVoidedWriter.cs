using AgaBot.Plans.Mesas;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Mesas;

internal sealed class MesaVoidedWriter(PlanStore plan) : MesaChangeWriter<MesaVoided>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(MesaVoided change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Kept<StoredMesa> before = await GetAsync(change.Mesa, cancellationToken);
        return before.Value.ToMesa().Standing == MesaStanding.Voided
            ? PlanEdit.Nothing
            : Become(
                before,
                before.Value.ToMesa() with
                {
                    Standing = MesaStanding.Voided,
                    VoidedBecause = change.Reason,
                },
                "mesa-voided",
                change.By,
                []
            );
    }
}
