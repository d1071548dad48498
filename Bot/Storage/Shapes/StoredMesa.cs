using AgaBot.Plans;
using AgaBot.Plans.Mesas;

namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>t:…</c> of a plan's partition: a mesa, whose people are counted in the shard of its own id.</summary>
/// <param name="Standing">Null where the people are counted, which they are in rows of earlier versions.</param>
/// <param name="Revision">Increases with every change, so that each change has its own row in the audit log.</param>
internal sealed record StoredMesa(
    int V,
    string Id,
    int Number,
    string Facilitator,
    StoredGroupCount[] Attendance,
    StoredGroupCount[] Claimed,
    DateTimeOffset OpenedAt,
    int Revision,
    DateTimeOffset? ClosedAt = null,
    StoredMesaStanding? Standing = null,
    string? VoidedBecause = null
) : IStoredRow
{
    public static StoredMesa Of(Mesa mesa, int revision) =>
        new(
            StoredRow.Version,
            mesa.Id.Value,
            mesa.Number,
            mesa.Facilitator.Value,
            Groups(mesa.Attendance),
            Groups(mesa.Claimed),
            mesa.OpenedAt,
            revision,
            mesa.ClosedAt,
            StandingOf(mesa),
            mesa.VoidedBecause
        );

    public Mesa ToMesa() =>
        new(new MesaId(Id), Number, new ParticipantId(Facilitator), Read(Attendance), Read(Claimed), OpenedAt, ClosedAt)
        {
            Standing = Standing switch
            {
                StoredMesaStanding.Waiting => MesaStanding.Waiting,
                StoredMesaStanding.Voided => MesaStanding.Voided,
                _ => MesaStanding.Counted,
            },
            VoidedBecause = VoidedBecause,
        };

    private static StoredMesaStanding? StandingOf(Mesa mesa) =>
        mesa.Standing switch
        {
            MesaStanding.Waiting => StoredMesaStanding.Waiting,
            MesaStanding.Voided => StoredMesaStanding.Voided,
            _ => null,
        };

    private static StoredGroupCount[] Groups(Attendance attendance) =>
        [.. attendance.Groups.Select(static group => new StoredGroupCount(group.Key.OrganisationTypeId, group.Value, group.Key.Gender))];

    private static Attendance Read(StoredGroupCount[] groups) =>
        Plans.Mesas.Attendance.From(
            groups.Select(static group => KeyValuePair.Create(new ParticipantGroup(group.Type, group.Gender), group.Count))
        );
}

/// <summary>Stored by name: never rename.</summary>
internal enum StoredMesaStanding
{
    Waiting,
    Voided,
}

/// <summary>Row <c>tc:…</c> of a plan's partition, under the hash of a code: the mesa of the code. The code itself is not stored.</summary>
internal sealed record StoredMesaCode(int V, string Mesa) : IStoredRow;

/// <summary>Row <c>ts:…</c> of a plan's partition: a seat that a participant claimed.</summary>
internal sealed record StoredSeat(int V, string Participant, string Mesa, string Type, Gender? Gender = null) : IStoredRow
{
    public ParticipantGroup ToGroup() => new(Type, Gender);
}

/// <summary>The stored shape of a <see cref="MesaRef"/>.</summary>
internal sealed record StoredMesaRef(string Id, int Number, int People)
{
    public static StoredMesaRef? Of(MesaRef? mesa) => mesa is null ? null : new StoredMesaRef(mesa.Id.Value, mesa.Number, mesa.People);

    public MesaRef ToMesa() => new(new MesaId(Id), Number, People);
}
