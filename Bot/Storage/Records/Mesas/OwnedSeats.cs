using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Mesas;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Ownership;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Mesas;

/// <summary>The seats that a person claimed, and the mesas that they opened.</summary>
internal sealed class OwnedSeats(PlanStore plan) : OwnedRows
{
    private const string SeatItem = "seat";

    private readonly IEntityStore store = plan.Store;
    private readonly string partition = plan.Partition;
    private readonly OptimisticRetry contention = new(plan.Time);
    private readonly PlanCounters counters = new(plan.Store, plan.Plan);

    /// <summary>The id that stays has the seats of the id that goes; a second seat at the same mesa is given back.</summary>
    public override async ValueTask MoveAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await foreach (
            Kept<StoredSeat> seat in store.AllAsync(partition, RowKeys.SeatsOf(from), StoredRow.Json.StoredSeat, cancellationToken)
        )
            await contention.RetryAsync(
                cancellation => MoveSeatAsync(new MesaId(seat.Value.Mesa), from, to, at, cancellation),
                cancellationToken
            );
    }

    public override async ValueTask<ImmutableArray<StoredLinkItem>> RememberAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var items = ImmutableArray.CreateBuilder<StoredLinkItem>();
        await foreach (
            Kept<StoredSeat> seat in store.AllAsync(partition, RowKeys.SeatsOf(from), StoredRow.Json.StoredSeat, cancellationToken)
        )
        {
            bool drops = await store.GetAsync(partition, RowKeys.Seat(to, new MesaId(seat.Value.Mesa)), cancellationToken) is not null;
            items.Add(new(StoredRow.Version, at, SeatItem, seat.Value.Mesa, from.Value, drops ? true : null, Seat: seat.Value));
        }
        return items.ToImmutable();
    }

    public override async ValueTask ReturnAsync(
        StoredLinkItem item,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (item is not { Kind: SeatItem, Seat: { } seat })
            return;
        var mesa = new MesaId(item.Id);
        if (item.Dropped is true)
            await contention.RetryAsync(cancellation => RestoreSeatAsync(mesa, seat, from, at, cancellation), cancellationToken);
        else
            await contention.RetryAsync(cancellation => MoveSeatAsync(mesa, to, from, at, cancellation), cancellationToken);
    }

    /// <summary>The seats stay taken, and do not say by whom; the mesas are nobody's.</summary>
    public override async ValueTask EraseAsync(
        ParticipantId id,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await foreach (
            Kept<StoredSeat> seat in store.AllAsync(partition, RowKeys.SeatsOf(id), StoredRow.Json.StoredSeat, cancellationToken)
        )
            await contention.RetryAsync(
                cancellation => EraseSeatAsync(new MesaId(seat.Value.Mesa), id, at, cancellation),
                cancellationToken
            );
        await foreach (Kept<StoredMesa> mesa in store.AllAsync(partition, RowKeys.Mesas, StoredRow.Json.StoredMesa, cancellationToken))
        {
            if (mesa.Value.Facilitator == id.Value)
                await contention.RetryAsync(
                    cancellation => EraseFacilitatorAsync(new MesaId(mesa.Value.Id), id, at, cancellation),
                    cancellationToken
                );
        }
    }

    private async ValueTask<bool> MoveSeatAsync(
        MesaId id,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(partition, RowKeys.Seat(from, id), StoredRow.Json.StoredSeat, cancellationToken) is not { } seat)
            return true;
        Kept<StoredMesa> before = await MesaAsync(id, cancellationToken);
        var gone = new EntityWrite.Delete(seat.Row, seat.ETag);
        bool hasOne = await store.GetAsync(partition, RowKeys.Seat(to, id), cancellationToken) is not null;
        Mesa mesa = before.Value.ToMesa();
        Mesa after = hasOne ? mesa with { Claimed = mesa.Claimed.Plus(seat.Value.ToGroup(), -1) } : mesa;
        StoredMesa stored = StoredMesa.Of(after, before.Value.Revision + 1);
        return await counters.WriteAsync(
            [
                gone,
                StoreReads.Put(before.Row, stored, StoredRow.Json.StoredMesa, before.ETag),
                .. hasOne
                    ? Array.Empty<EntityWrite>()
                    :
                    [
                        StoreReads.Put(
                            RowKeys.Seat(to, id),
                            seat.Value with
                            {
                                Participant = to.Value,
                            },
                            StoredRow.Json.StoredSeat,
                            before: null
                        ),
                    ],
            ],
            new Audit(hasOne ? "seat-given-back" : "seat-moved", id.Value, to, stored.Revision),
            at,
            [(RowKeys.CountedWith(id), MesaCounts.Of(after).Plus(MesaCounts.Of(mesa).Negated()))],
            cancellationToken
        );
    }

    /// <summary>The person has no seat any more where the one that they gave back was taken by somebody else.</summary>
    private async ValueTask<bool> RestoreSeatAsync(
        MesaId id,
        StoredSeat seat,
        ParticipantId person,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        Kept<StoredMesa> before = await MesaAsync(id, cancellationToken);
        Mesa mesa = before.Value.ToMesa();
        if (
            await store.GetAsync(partition, RowKeys.Seat(person, id), cancellationToken) is not null
            || mesa.Anonymous.Of(seat.ToGroup()) == 0
        )
            return true;
        Mesa after = mesa with { Claimed = mesa.Claimed.Plus(seat.ToGroup(), 1) };
        StoredMesa stored = StoredMesa.Of(after, before.Value.Revision + 1);
        return await counters.WriteAsync(
            [
                StoreReads.Put(RowKeys.Seat(person, id), seat, StoredRow.Json.StoredSeat, before: null),
                StoreReads.Put(before.Row, stored, StoredRow.Json.StoredMesa, before.ETag),
            ],
            new Audit("seat-restored", id.Value, person, stored.Revision),
            at,
            [(RowKeys.CountedWith(id), MesaCounts.Of(after).Plus(MesaCounts.Of(mesa).Negated()))],
            cancellationToken
        );
    }

    private async ValueTask<bool> EraseSeatAsync(MesaId id, ParticipantId person, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(partition, RowKeys.Seat(person, id), cancellationToken) is not { } seat)
            return true;
        Kept<StoredMesa> before = await MesaAsync(id, cancellationToken);
        StoredMesa after = before.Value with { Revision = before.Value.Revision + 1 };
        return await counters.WriteAsync(
            [new EntityWrite.Delete(seat.Row, seat.ETag), StoreReads.Put(before.Row, after, StoredRow.Json.StoredMesa, before.ETag)],
            new Audit("seat-erased", id.Value, ParticipantId.Nobody, after.Revision),
            at,
            [],
            cancellationToken
        );
    }

    private async ValueTask<bool> EraseFacilitatorAsync(
        MesaId id,
        ParticipantId person,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        Kept<StoredMesa> before = await MesaAsync(id, cancellationToken);
        if (before.Value.Facilitator != person.Value)
            return true;
        StoredMesa after = before.Value with { Facilitator = ParticipantId.Nobody.Value, Revision = before.Value.Revision + 1 };
        return await counters.WriteAsync(
            [StoreReads.Put(before.Row, after, StoredRow.Json.StoredMesa, before.ETag)],
            new Audit("facilitator-erased", id.Value, ParticipantId.Nobody, after.Revision),
            at,
            [],
            cancellationToken
        );
    }

    private async ValueTask<Kept<StoredMesa>> MesaAsync(MesaId id, CancellationToken cancellationToken) =>
        await store.FindAsync(partition, RowKeys.Mesa(id), StoredRow.Json.StoredMesa, cancellationToken)
        ?? throw new InvalidDataException($"There is a seat at mesa {id}, and no such mesa.");
}
