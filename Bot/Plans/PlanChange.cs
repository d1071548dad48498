using AgaBot.Plans.Mesas;

namespace AgaBot.Plans;

/// <summary>
/// What a turn changes in the plan's records. Each is idempotent under its own id: applied twice, it counts once.
/// Each leaves a row in the audit log in the same batch.
/// </summary>
public abstract record PlanChange
{
    private PlanChange() { }

    /// <summary>A profile was completed or corrected; the person is counted under its type and gender.</summary>
    public sealed record ParticipantRegistered(ParticipantId Participant, string OrganisationTypeId, Gender? Gender) : PlanChange;

    /// <summary>A draft was begun, or its component changed; it is counted as a draft of that component.</summary>
    public sealed record DraftPlaced(ProposalId Draft, ProposalKind Kind, ParticipantId Author, string? ComponentId) : PlanChange;

    /// <summary>The author threw a draft away; it is counted no more.</summary>
    public sealed record DraftDiscarded(ProposalId Draft, ParticipantId Author) : PlanChange;

    /// <summary>The draft of the same id becomes a ficha or aporte under its receipt number.</summary>
    public sealed record ProposalSubmitted(Proposal Proposal) : PlanChange;

    /// <summary>Somebody supports a proposal of somebody else: counted once a person, however often they say so.</summary>
    public sealed record ProposalSupported(ReceiptNumber Receipt, ParticipantId Supporter) : PlanChange;

    public sealed record SupportWithdrawn(ReceiptNumber Receipt, ParticipantId Supporter) : PlanChange;

    public sealed record RoleGranted(ParticipantId Participant, Role Role) : PlanChange;

    /// <summary>A mesa begins, and its people are counted.</summary>
    public sealed record MesaOpened(Mesa Mesa, string CodeHash) : PlanChange;

    /// <summary>The attendance was wrong: those who are counted become these.</summary>
    public sealed record MesaCorrected(MesaId Mesa, Attendance Attendance, ParticipantId By) : PlanChange;

    /// <summary>Another code by which seats of the mesa can be taken; those before it stay good.</summary>
    public sealed record MesaCodeDrawn(MesaId Mesa, string CodeHash, ParticipantId By) : PlanChange;

    /// <summary>A mesa ends, and its codes with it; its people stay counted.</summary>
    public sealed record MesaClosed(MesaId Mesa, ParticipantId By) : PlanChange;

    /// <summary>One of a mesa's people is a participant of their own: counted there from now on, and no more with the mesa.</summary>
    public sealed record SeatClaimed(MesaId Mesa, ParticipantGroup Seat, ParticipantId By) : PlanChange;
}

/// <summary>What came of applying a change.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome() { }

    public sealed record Applied : ChangeOutcome;

    /// <summary>The receipt number is another proposal's: decide again with the next one.</summary>
    public sealed record ReceiptTaken : ChangeOutcome;

    /// <summary>What the change rests on is so no more, as the number of a mesa or a free seat: decide again.</summary>
    public sealed record Outdated : ChangeOutcome;
}
