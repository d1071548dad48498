namespace AgaBot.Plans.Workshops;

/// <summary>A coordinator says that a workshop takes place now.</summary>
/// <param name="Until">When it ends by itself.</param>
public sealed record WorkshopOpened(DateTimeOffset Until, ParticipantId Coordinator) : PlanChange
{
    /// <summary>How long a workshop stays open unless a coordinator closes it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    public override ParticipantId By => Coordinator;
}

/// <summary>A coordinator ends the workshop.</summary>
public sealed record WorkshopClosed(ParticipantId Coordinator) : PlanChange
{
    public override ParticipantId By => Coordinator;
}
