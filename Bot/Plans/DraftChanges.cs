namespace AgaBot.Plans;

/// <summary>A change of one draft, which belongs to its author alone.</summary>
public abstract record DraftChange : PlanChange
{
    public abstract ProposalId DraftId { get; }
}

/// <summary>A draft was begun, or its component changed; it is counted as a draft of that component.</summary>
public sealed record DraftPlaced(ProposalId Draft, ProposalKind Kind, ParticipantId Author, string? ComponentId) : DraftChange
{
    public override ParticipantId By => Author;

    public override ProposalId DraftId => Draft;
}

/// <summary>The author discarded a draft; it is no longer counted.</summary>
public sealed record DraftDiscarded(ProposalId Draft, ParticipantId Author) : DraftChange
{
    public override ParticipantId By => Author;

    public override ProposalId DraftId => Draft;
}

/// <summary>The draft of the same id becomes a ficha or aporte under its receipt number.</summary>
public sealed record ProposalSubmitted(Proposal Proposal) : DraftChange
{
    public override ParticipantId By => Proposal.Author;

    public override ProposalId DraftId => Proposal.Id;
}
