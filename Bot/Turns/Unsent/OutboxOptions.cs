using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Unsent;

/// <summary>Section <c>Outbox</c>: what becomes of replies that could not be sent with their turn.</summary>
public sealed record OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>How often waiting replies are looked for.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// After so long without a sign an instance is taken for dead, and what it left is sent by another, or by its own next start. Longer than
    /// a minute: that is how long a live instance may keep to itself that something was sent.
    /// </summary>
    public TimeSpan DeadAfter { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Before replies are sent again that could not be; then twice as long each time, up to <see cref="LongestPause"/>.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often they are sent in vain before they are given up.</summary>
    public int MostTries { get; init; } = 40;

    /// <summary>Replies that are older are given up: nobody waits for them any more.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(1);
}

/// <summary>Stops the start on a setting that cannot work, and says which.</summary>
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
                $"Outbox:DeadAfter is {options.DeadAfter}; it is at least three times Outbox:SweepEvery, in which an instance gives its signs."
            ),
            _ when options.FirstPause <= TimeSpan.Zero || options.LongestPause < options.FirstPause => ValidateOptionsResult.Fail(
                "Outbox:FirstPause and Outbox:LongestPause are times, such as 00:01:00, the second no shorter than the first."
            ),
            { MostTries: < 1 } => ValidateOptionsResult.Fail("Outbox:MostTries is at least 1."),
            _ when options.GiveUpAfter <= TimeSpan.Zero => ValidateOptionsResult.Fail("Outbox:GiveUpAfter is a time, such as 1.00:00:00."),
            _ => ValidateOptionsResult.Success,
        };
}
