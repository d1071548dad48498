using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Mesas;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Mesas;

/// <summary>Writes a change of a mesa, which is counted in the shard of the mesa.</summary>
internal abstract class MesaChangeWriter<TChange>(PlanStore plan) : PlanChangeWriter<TChange>(plan)
    where TChange : MesaChange
{
    protected sealed override ParticipantId CountedWith(TChange change) => RowKeys.CountedWith(change.MesaId);

    protected ValueTask<Kept<StoredMesa>?> FindAsync(MesaId id, CancellationToken cancellationToken) =>
        Store.FindAsync(Partition, RowKeys.Mesa(id), StoredRow.Json.StoredMesa, cancellationToken);

    protected async ValueTask<Kept<StoredMesa>> GetAsync(MesaId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"Mesa {id} was never opened.");

    protected ValueTask<Kept<StoredMesaCode>?> FindCodeAsync(string hash, CancellationToken cancellationToken) =>
        Store.FindAsync(Partition, RowKeys.MesaCode(hash), StoredRow.Json.StoredMesaCode, cancellationToken);

    /// <param name="rows">The rows to write besides the mesa's.</param>
    protected static PlanEdit.Write Become(
        Kept<StoredMesa> before,
        Mesa after,
        string what,
        ParticipantId by,
        ImmutableArray<EntityWrite> rows
    )
    {
        StoredMesa stored = StoredMesa.Of(after, before.Value.Revision + 1);
        return new PlanEdit.Write(
            [StoreReads.Put(before.Row, stored, StoredRow.Json.StoredMesa, before.ETag), .. rows],
            MesaCounts.Of(after).Plus(MesaCounts.Of(before.Value.ToMesa()).Negated()),
            new Audit(what, after.Id.Value, by, stored.Revision)
        );
    }

    /// <summary>The people of the mesa are counted, or no longer.</summary>
    protected static PlanEdit Stand(Kept<StoredMesa> before, MesaStanding standing, string? reason, string what, ParticipantId by)
    {
        Mesa mesa = before.Value.ToMesa();
        return mesa.Standing == standing
            ? PlanEdit.Nothing
            : Become(before, mesa with { Standing = standing, VoidedBecause = reason }, what, by, []);
    }

    /// <param name="code">The row of the code; null where the code is new.</param>
    protected static PlanEdit DrawCode(Kept<StoredMesa> before, Kept<StoredMesaCode>? code, string hash, ParticipantId by)
    {
        if (code is not null)
            return PlanEdit.Nothing;
        StoredMesa after = before.Value with { Revision = before.Value.Revision + 1 };
        return new PlanEdit.Write(
            [StoreReads.Put(before.Row, after, StoredRow.Json.StoredMesa, before.ETag), Code(new MesaId(after.Id), hash)],
            PlanCounts.None,
            new Audit("mesa-code-drawn", after.Id, by, after.Revision)
        );
    }

    protected static EntityWrite Code(MesaId mesa, string hash) =>
        StoreReads.Put(
            RowKeys.MesaCode(hash),
            new StoredMesaCode(StoredRow.Version, mesa.Value),
            StoredRow.Json.StoredMesaCode,
            before: null
        );
}
