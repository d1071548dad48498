namespace AgaBot.Plans.Supporting;

/// <summary>A person supports another person's proposal: counted once a person, however often they say so.</summary>
public sealed record ProposalSupported(ReceiptNumber Receipt, ParticipantId Supporter) : PlanChange
{
    /// <summary>Whether the support is kept apart, and not counted, until a coordinator has looked.</summary>
    public bool IsApart { get; init; }

    public override ParticipantId By => Supporter;
}

public sealed record SupportWithdrawn(ReceiptNumber Receipt, ParticipantId Supporter) : PlanChange
{
    public override ParticipantId By => Supporter;
}
