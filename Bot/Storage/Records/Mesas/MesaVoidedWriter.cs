using AgaBot.Plans.Mesas;
using AgaBot.Storage.Records.Changes;

namespace AgaBot.Storage.Records.Mesas;

internal sealed class MesaVoidedWriter(PlanStore plan) : MesaChangeWriter<MesaVoided>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(MesaVoided change, DateTimeOffset at, CancellationToken cancellationToken) =>
        Stand(await GetAsync(change.Mesa, cancellationToken), MesaStanding.Voided, change.Reason, "mesa-voided", change.By);
}
