using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Mesas;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Mesas;

/// <summary>Reads mesas, their codes and seats from the plan's partition.</summary>
internal sealed class MesaRecords(IEntityStore store, Plan plan) : IMesas
{
    private readonly string partition = RowKeys.PlanPartition(plan);

    public async ValueTask<Mesa?> FindAsync(MesaId id, CancellationToken cancellationToken) =>
        (await store.FindAsync(partition, RowKeys.Mesa(id), StoredRow.Json.StoredMesa, cancellationToken))?.Value.ToMesa();

    public async ValueTask<Mesa?> FindByCodeAsync(string codeHash, CancellationToken cancellationToken) =>
        await store.FindAsync(partition, RowKeys.MesaCode(codeHash), StoredRow.Json.StoredMesaCode, cancellationToken) is { } code
            ? await FindAsync(new MesaId(code.Value.Mesa), cancellationToken)
            : null;

    public async ValueTask<ImmutableArray<Mesa>> AllAsync(CancellationToken cancellationToken)
    {
        var mesas = ImmutableArray.CreateBuilder<Mesa>();
        await foreach (Kept<StoredMesa> mesa in store.AllAsync(partition, RowKeys.Mesas, StoredRow.Json.StoredMesa, cancellationToken))
            mesas.Add(mesa.Value.ToMesa());
        mesas.Sort(static (one, other) => one.Number.CompareTo(other.Number));
        return mesas.ToImmutable();
    }

    public async ValueTask<int> NextNumberAsync(CancellationToken cancellationToken) =>
        ((await store.FindAsync(partition, RowKeys.LastMesa, StoredRow.Json.StoredLastNumber, cancellationToken))?.Value.Last ?? 0) + 1;

    public async ValueTask<ParticipantGroup?> SeatAtAsync(MesaId mesa, ParticipantId participant, CancellationToken cancellationToken) =>
        (await store.FindAsync(partition, RowKeys.Seat(participant, mesa), StoredRow.Json.StoredSeat, cancellationToken))?.Value.ToGroup();

    public async ValueTask<ImmutableArray<Mesa>> SeatsOfAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        var mesas = ImmutableArray.CreateBuilder<Mesa>();
        await foreach (
            Kept<StoredSeat> seat in store.AllAsync(partition, RowKeys.SeatsOf(participant), StoredRow.Json.StoredSeat, cancellationToken)
        )
        {
            if (await FindAsync(new MesaId(seat.Value.Mesa), cancellationToken) is { } mesa)
                mesas.Add(mesa);
        }

        mesas.Sort(static (one, other) => other.OpenedAt.CompareTo(one.OpenedAt));
        return mesas.ToImmutable();
    }

    public async ValueTask<ImmutableArray<Proposal>> ProposalsOfAsync(MesaId mesa, int limit, CancellationToken cancellationToken)
    {
        EntityPage page = await store.QueryAsync(
            partition,
            RowRange.StartingWith(RowKeys.ProposalsOf(mesa)),
            limit,
            after: null,
            cancellationToken
        );
        return [.. await Task.WhenAll(page.Rows.Select(entry => store.ProposalAsync(partition, entry, cancellationToken)))];
    }
}
