using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Queues;

/// <summary>Section <c>Work</c>: how the queue of work that outlives a turn is processed.</summary>
public sealed record WorkOptions
{
    public const string Section = "Work";

    /// <summary>Interval between two reads of the queue. Each read is one call to the store.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Number of failed tries before an item is set aside.</summary>
    public int MostTries { get; init; } = 8;
}

/// <summary>Refuses a start with a setting that cannot work, and names the setting.</summary>
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
