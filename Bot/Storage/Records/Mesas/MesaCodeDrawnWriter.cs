using AgaBot.Plans.Mesas;
using AgaBot.Storage.Records.Changes;

namespace AgaBot.Storage.Records.Mesas;

internal sealed class MesaCodeDrawnWriter(PlanStore plan) : MesaChangeWriter<MesaCodeDrawn>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(MesaCodeDrawn change, DateTimeOffset at, CancellationToken cancellationToken) =>
        DrawCode(
            await GetAsync(change.Mesa, cancellationToken),
            await FindCodeAsync(change.CodeHash, cancellationToken),
            change.CodeHash,
            change.By
        );
}
