using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Queues;

/// <summary>Section <c>Work</c>: how the queue of what outlives a turn is worked through.</summary>
public sealed record WorkOptions
{
    public const string Section = "Work";

    /// <summary>How often the queue is looked into while it is empty; each look is one call of the store.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a piece of work that breaks is tried before it is set aside.</summary>
    public int MostTries { get; init; } = 8;
}

/// <summary>Stops the start on a setting that cannot work, and says which.</summary>
internal sealed class WorkOptionsValidator : IValidateOptions<WorkOptions>
{
    public ValidateOptionsResult Validate(string? name, WorkOptions options) =>
        options switch
        {
            { LookEvery.TotalSeconds: < 1 or > 3600 } => ValidateOptionsResult.Fail(
                $"Work:LookEvery is {options.LookEvery}; it goes from 00:00:01 to 01:00:00."
            ),
            { MostTries: < 1 or > 100 } => ValidateOptionsResult.Fail($"Work:MostTries is {options.MostTries}; it goes from 1 to 100."),
            _ => ValidateOptionsResult.Success,
        };
}
