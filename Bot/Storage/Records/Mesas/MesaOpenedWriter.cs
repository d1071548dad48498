using AgaBot.Plans.Mesas;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Mesas;

internal sealed class MesaOpenedWriter(PlanStore plan) : MesaChangeWriter<MesaOpened>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(MesaOpened change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Mesa mesa = change.Mesa;
        Kept<StoredMesa>? before = await FindAsync(mesa.Id, cancellationToken);
        Kept<StoredLastNumber>? last = await Store.FindAsync(
            Partition,
            RowKeys.LastMesa,
            StoredRow.Json.StoredLastNumber,
            cancellationToken
        );
        Kept<StoredMesaCode>? code = await FindCodeAsync(change.CodeHash, cancellationToken);

        // The turn that opened the mesa is decided again and says another code: that code has to be valid as well.
        if (before is not null)
            return before.Value.Number == mesa.Number ? DrawCode(before, code, change.CodeHash, mesa.Facilitator) : PlanEdit.Outdated;
        if (mesa.Number != (last?.Value.Last ?? 0) + 1)
            return PlanEdit.Outdated;

        var number = new StoredLastNumber(StoredRow.Version, mesa.Number);
        return new PlanEdit.Write(
            [
                StoreReads.Put(RowKeys.Mesa(mesa.Id), StoredMesa.Of(mesa, revision: 1), StoredRow.Json.StoredMesa, before: null),
                StoreReads.Put(RowKeys.LastMesa, number, StoredRow.Json.StoredLastNumber, last?.ETag),
                Code(mesa.Id, change.CodeHash),
            ],
            MesaCounts.Of(mesa),
            new Audit("mesa-opened", mesa.Id.Value, mesa.Facilitator, 1)
        );
    }
}
