using AgaBot.Plans.Mesas;
using AgaBot.Storage.Records.Changes;

namespace AgaBot.Storage.Records.Mesas;

internal sealed class MesaAcceptedWriter(PlanStore plan) : MesaChangeWriter<MesaAccepted>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(MesaAccepted change, DateTimeOffset at, CancellationToken cancellationToken) =>
        Stand(await GetAsync(change.Mesa, cancellationToken), MesaStanding.Counted, reason: null, "mesa-accepted", change.By);
}
