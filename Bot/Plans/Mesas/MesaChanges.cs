namespace AgaBot.Plans.Mesas;

/// <summary>A change of one mesa. It is counted with the mesa, whoever makes it.</summary>
public abstract record MesaChange : PlanChange
{
    public abstract MesaId MesaId { get; }
}

/// <summary>A mesa begins, and its people are counted.</summary>
public sealed record MesaOpened(Mesa Mesa, string CodeHash) : MesaChange
{
    public override ParticipantId By => Mesa.Facilitator;

    public override MesaId MesaId => Mesa.Id;
}

/// <summary>The attendance was wrong: the people counted become these.</summary>
public sealed record MesaCorrected(MesaId Mesa, Attendance Attendance, ParticipantId Facilitator) : MesaChange
{
    public override ParticipantId By => Facilitator;

    public override MesaId MesaId => Mesa;
}

/// <summary>Another code by which seats of the mesa can be taken; earlier codes stay valid.</summary>
public sealed record MesaCodeDrawn(MesaId Mesa, string CodeHash, ParticipantId Facilitator) : MesaChange
{
    public override ParticipantId By => Facilitator;

    public override MesaId MesaId => Mesa;
}

/// <summary>A mesa ends, and its codes with it; its people stay counted.</summary>
public sealed record MesaClosed(MesaId Mesa, ParticipantId Facilitator) : MesaChange
{
    public override ParticipantId By => Facilitator;

    public override MesaId MesaId => Mesa;
}

/// <summary>
/// One of a mesa's people became a participant: they are counted as a participant from now on, and no longer with the mesa.
/// </summary>
public sealed record SeatClaimed(MesaId Mesa, ParticipantGroup Seat, ParticipantId Participant) : MesaChange
{
    public override ParticipantId By => Participant;

    public override MesaId MesaId => Mesa;
}

/// <summary>A coordinator accepts a mesa: its people are counted. Also takes back that it was voided.</summary>
public sealed record MesaAccepted(MesaId Mesa, ParticipantId Coordinator) : MesaChange
{
    public override ParticipantId By => Coordinator;

    public override MesaId MesaId => Mesa;
}

/// <summary>A coordinator takes a mesa out of the figures. Its proposals stay.</summary>
public sealed record MesaVoided(MesaId Mesa, string Reason, ParticipantId Coordinator) : MesaChange
{
    public override ParticipantId By => Coordinator;

    public override MesaId MesaId => Mesa;
}
