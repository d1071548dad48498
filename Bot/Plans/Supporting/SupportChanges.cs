namespace AgaBot.Plans.Supporting;

/// <summary>A person supports another person's proposal: counted once a person, however often they say so.</summary>
public sealed record ProposalSupported(ReceiptNumber Receipt, ParticipantId Supporter) : PlanChange
{
    public override ParticipantId By => Supporter;
}

public sealed record SupportWithdrawn(ReceiptNumber Receipt, ParticipantId Supporter) : PlanChange
{
    public override ParticipantId By => Supporter;
}
