namespace AgaBot.Plans.Hiding;

/// <summary>A coordinator hides a proposal from everybody but its author, or shows it again. It is counted with the proposal.</summary>
public abstract record HidingChange : PlanChange
{
    public abstract ReceiptNumber Receipt { get; }
}

/// <param name="Reason">As the coordinator wrote it; the author reads it.</param>
public sealed record ProposalHidden(ReceiptNumber Of, string Reason, ParticipantId Coordinator) : HidingChange
{
    public override ParticipantId By => Coordinator;

    public override ReceiptNumber Receipt => Of;
}

public sealed record ProposalShown(ReceiptNumber Of, ParticipantId Coordinator) : HidingChange
{
    public override ParticipantId By => Coordinator;

    public override ReceiptNumber Receipt => Of;
}
