using AgaBot.Plans.Mesas;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Mesas;

internal sealed class SeatClaimedWriter(PlanStore plan) : MesaChangeWriter<SeatClaimed>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(SeatClaimed change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        string seatRow = RowKeys.Seat(change.By, change.Mesa);
        Kept<StoredMesa> before = await GetAsync(change.Mesa, cancellationToken);
        Kept<StoredSeat>? seat = await Store.FindAsync(Partition, seatRow, StoredRow.Json.StoredSeat, cancellationToken);
        Kept<StoredMember>? member = await Store.FindAsync(
            Partition,
            RowKeys.Member(change.By),
            StoredRow.Json.StoredMember,
            cancellationToken
        );

        // A person who became part of another, or was erased meanwhile, is not counted here; nor is their seat.
        if (seat is not null || member is null || member.Value.LinkedTo is not null)
            return PlanEdit.Nothing;
        Mesa mesa = before.Value.ToMesa();
        if (!mesa.IsOpen(at) || mesa.Anonymous.Of(change.Seat) < 1)
            return PlanEdit.Outdated;

        var taken = new StoredSeat(
            StoredRow.Version,
            change.By.Value,
            change.Mesa.Value,
            change.Seat.OrganisationTypeId,
            change.Seat.Gender
        );
        return Become(
            before,
            mesa with
            {
                Claimed = mesa.Claimed.Plus(change.Seat, 1),
            },
            "seat-claimed",
            change.By,
            [StoreReads.Put(seatRow, taken, StoredRow.Json.StoredSeat, before: null), new EntityWrite.Check(member.Row, member.ETag)]
        );
    }
}
