namespace AgaBot.Plans.Supporting;

/// <summary>A coordinator decides on the supports of a proposal that are apart.</summary>
public abstract record SupportsReviewed(ReceiptNumber Receipt, ParticipantId Coordinator) : PlanChange
{
    public override ParticipantId By => Coordinator;
}

/// <summary>They count from now on.</summary>
public sealed record SupportsCounted(ReceiptNumber Receipt, ParticipantId Coordinator) : SupportsReviewed(Receipt, Coordinator);

/// <summary>They are taken away.</summary>
public sealed record SupportsDiscarded(ReceiptNumber Receipt, ParticipantId Coordinator) : SupportsReviewed(Receipt, Coordinator);
