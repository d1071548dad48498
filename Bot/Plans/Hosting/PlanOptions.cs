namespace AgaBot.Plans.Hosting;

/// <summary>Section <c>Plan</c>.</summary>
public sealed record PlanOptions
{
    public const string Section = "Plan";

    /// <summary>The plan in the folder <c>plans</c> that the bot works on.</summary>
    public string Id { get; init; } = "la-libertad-2016";

    /// <summary>The directory in the folder <c>plans/entities</c> that contains the responsible entities.</summary>
    public string Entities { get; init; } = "pe";
}
