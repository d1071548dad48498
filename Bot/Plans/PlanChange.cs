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

    public sealed record RoleGranted(ParticipantId Participant, Role Role) : PlanChange;
}

/// <summary>What came of applying a change.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome() { }

    public sealed record Applied : ChangeOutcome;

    /// <summary>The receipt number is another proposal's: decide again with the next one.</summary>
    public sealed record ReceiptTaken : ChangeOutcome;
}
