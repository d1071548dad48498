namespace AgaBot.Plans.Hosting;

/// <summary>Section <c>Plan</c>.</summary>
public sealed record PlanOptions
{
    public const string Section = "Plan";

    /// <summary>Which plan of the folder <c>plans</c> the bot works on.</summary>
    public string Id { get; init; } = "la-libertad-2016";

    /// <summary>Which directory of the folder <c>plans/entities</c> knows the entities that people name as responsible.</summary>
    public string Entities { get; init; } = "pe";
}
