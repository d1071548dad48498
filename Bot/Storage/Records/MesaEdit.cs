using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Mesas;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records;

/// <summary>What a change of a mesa means for the rows that are there. Pure.</summary>
internal static class MesaEdit
{
    /// <param name="last">The number of the mesa opened last.</param>
    public static PlanEdit Open(
        PlanChange.MesaOpened change,
        Kept<StoredMesa>? before,
        Kept<StoredLastNumber>? last,
        Kept<StoredMesaCode>? code
    )
    {
        // The turn that opened it is decided again and says another code: that one has to be good as well.
        if (before is not null)
        {
            return before.Value.Number == change.Mesa.Number
                ? DrawCode(new PlanChange.MesaCodeDrawn(change.Mesa.Id, change.CodeHash, change.Mesa.Facilitator), before, code)
                : new PlanEdit.Outdated();
        }
        if (change.Mesa.Number != (last?.Value.Last ?? 0) + 1)
            return new PlanEdit.Outdated();

        return new PlanEdit.Write(
            [
                StoreReads.Put(
                    RowKeys.Mesa(change.Mesa.Id),
                    StoredMesa.Of(change.Mesa, revision: 1),
                    StoredRow.Json.StoredMesa,
                    before: null
                ),
                StoreReads.Put(
                    RowKeys.LastMesa,
                    new StoredLastNumber(StoredRow.Version, change.Mesa.Number),
                    StoredRow.Json.StoredLastNumber,
                    last?.ETag
                ),
                Code(change.Mesa.Id, change.CodeHash),
            ],
            Counted(change.Mesa),
            new Audit("mesa-opened", change.Mesa.Id.Value, change.Mesa.Facilitator, 1)
        );
    }

    public static PlanEdit DrawCode(PlanChange.MesaCodeDrawn change, Kept<StoredMesa> before, Kept<StoredMesaCode>? code)
    {
        if (code is not null)
            return new PlanEdit.Nothing();
        StoredMesa after = before.Value with { Revision = before.Value.Revision + 1 };
        return new PlanEdit.Write(
            [StoreReads.Put(before.Row, after, StoredRow.Json.StoredMesa, before.ETag), Code(change.Mesa, change.CodeHash)],
            PlanCounts.None,
            new Audit("mesa-code-drawn", change.Mesa.Value, change.By, after.Revision)
        );
    }

    public static PlanEdit Correct(PlanChange.MesaCorrected change, Kept<StoredMesa> before)
    {
        Mesa mesa = before.Value.ToMesa();
        if (mesa.Attendance == change.Attendance)
            return new PlanEdit.Nothing();

        // Somebody took a seat that the correction would take away.
        return change.Attendance.Holds(mesa.Claimed)
            ? Become(before, mesa with { Attendance = change.Attendance }, "mesa-corrected", change.By, [])
            : new PlanEdit.Outdated();
    }

    public static PlanEdit Close(PlanChange.MesaClosed change, Kept<StoredMesa> before, DateTimeOffset at) =>
        before.Value.ClosedAt is null
            ? Become(before, before.Value.ToMesa() with { ClosedAt = at }, "mesa-closed", change.By, [])
            : new PlanEdit.Nothing();

    /// <param name="seat">The one that the person has at this mesa already.</param>
    /// <param name="member">The row by which the person is counted.</param>
    public static PlanEdit Claim(
        PlanChange.SeatClaimed change,
        Kept<StoredMesa> before,
        Kept<StoredSeat>? seat,
        Kept<StoredMember>? member,
        DateTimeOffset at
    )
    {
        // Who became part of another, or was erased meanwhile, is not counted here: neither is their seat.
        if (seat is not null || member is null || member.Value.LinkedTo is not null)
            return new PlanEdit.Nothing();
        Mesa mesa = before.Value.ToMesa();
        if (!mesa.IsOpen(at) || mesa.Anonymous.Of(change.Seat) < 1)
            return new PlanEdit.Outdated();

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
            [
                StoreReads.Put(RowKeys.Seat(change.By, change.Mesa), taken, StoredRow.Json.StoredSeat, before: null),
                new EntityWrite.Check(member.Row, member.ETag),
            ]
        );
    }

    /// <summary>What a mesa's row adds to the counts: those who are no participants of their own.</summary>
    public static PlanCounts Counted(Mesa mesa) => mesa.Anonymous.ToCounts();

    private static PlanEdit.Write Become(
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
            Counted(after).Plus(Counted(before.Value.ToMesa()).Negated()),
            new Audit(what, after.Id.Value, by, stored.Revision)
        );
    }

    private static EntityWrite Code(MesaId mesa, string hash) =>
        StoreReads.Put(
            RowKeys.MesaCode(hash),
            new StoredMesaCode(StoredRow.Version, mesa.Value),
            StoredRow.Json.StoredMesaCode,
            before: null
        );
}
