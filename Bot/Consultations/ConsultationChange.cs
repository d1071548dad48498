using AgaBot.Plans;

namespace AgaBot.Consultations;

/// <summary>
/// A change that a turn makes to the consultations. A change is idempotent under its own id, and leaves an audit row in the same batch.
/// Each kind of change has a writer in the storage.
/// </summary>
public abstract record ConsultationChange
{
    /// <summary>The participant whose change it is.</summary>
    public abstract ParticipantId By { get; }
}

/// <summary>The number is given when the consultation is written: <see cref="Consultation.Number"/> is ignored here.</summary>
public sealed record ConsultationOpened(Consultation Consultation) : ConsultationChange
{
    public override ParticipantId By => Consultation.OpenedBy;
}

/// <summary>A response of the same participant is replaced, and counted once.</summary>
public sealed record ConsultationResponded(ConsultationResponse Response, Consultation To) : ConsultationChange
{
    public override ParticipantId By => Response.Participant;
}
