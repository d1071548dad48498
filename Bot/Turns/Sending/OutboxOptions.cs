using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Sending;

/// <summary>Section <c>Outbox</c>: what becomes of replies that could not be sent with their turn.</summary>
public sealed record OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>Interval of the search for waiting replies.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Time without a sign of life after which an instance counts as dead. Another instance, or its own next run, then sends what it left.
    /// More than one minute: a live instance may keep the mark that replies were sent to itself for that long.
    /// </summary>
    public TimeSpan DeadAfter { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Pause before the second try to send; each further pause is twice as long, up to <see cref="LongestPause"/>.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Number of tries before the bot gives up.</summary>
    public int MostTries { get; init; } = 40;

    /// <summary>Maximum age of a reply; older replies are given up.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(1);
}

/// <summary>Refuses a start with a setting that cannot work, and names the setting.</summary>
internal sealed class OutboxOptionsValidator : IValidateOptions<OutboxOptions>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, OutboxOptions options) =>
        options switch
        {
            _ when options.SweepEvery < TimeSpan.FromSeconds(1) || options.SweepEvery > Hour => ValidateOptionsResult.Fail(
                $"Outbox:SweepEvery is {options.SweepEvery}; it goes from 00:00:01 to 01:00:00."
            ),
            _ when options.DeadAfter < 3 * options.SweepEvery => ValidateOptionsResult.Fail(
                $"Outbox:DeadAfter is {options.DeadAfter}; it is at least three times Outbox:SweepEvery, "
                    + "in which an instance gives its signs."
            ),
            _ when options.FirstPause <= TimeSpan.Zero || options.LongestPause < options.FirstPause => ValidateOptionsResult.Fail(
                "Outbox:FirstPause and Outbox:LongestPause are times, such as 00:01:00, the second no shorter than the first."
            ),
            { MostTries: < 1 } => ValidateOptionsResult.Fail("Outbox:MostTries is at least 1."),
            _ when options.GiveUpAfter <= TimeSpan.Zero => ValidateOptionsResult.Fail("Outbox:GiveUpAfter is a time, such as 1.00:00:00."),
            _ => ValidateOptionsResult.Success,
        };
}
