using Microsoft.Extensions.Options;

namespace AgaBot.Plans.Retention;

/// <summary>
/// Section <c>Retention</c>: the number of days for which data is kept. A sweep enforces them (docs/decisions/0031), and <i>mis datos</i>
/// states them. A profile and submitted proposals stay until the person erases them.
/// </summary>
public sealed record RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>A conversation without activity for this time is deleted, with its activities on the page.</summary>
    public int ConversationDays { get; init; } = 365;

    /// <summary>A draft without changes for this time is deleted. The reminder says until when it is kept.</summary>
    public int DraftDays { get; init; } = 180;

    /// <summary>A draft without changes for this time causes one reminder.</summary>
    public int ReminderDays { get; init; } = 7;

    /// <summary>
    /// A file that a person sent; its answers are in a draft. Long enough for a consent that is asked for on a Friday and given on Monday.
    /// </summary>
    public int FileDays { get; init; } = 7;

    /// <summary>A link code after its expiry, so that a link interrupted by a crash can finish.</summary>
    public int LinkCodeDays { get; init; } = 1;

    /// <summary>The last reply to an erased person, so that a message delivered again is not taken for a new one.</summary>
    public int FarewellDays { get; init; } = 7;

    /// <summary>Nothing is deleted when the clock differs by more days than these from when it was last seen.</summary>
    public int ClockGapDays { get; init; } = 7;

    /// <summary>Nothing is deleted when a round would delete more of all conversations and drafts than this part, in percent.</summary>
    public int HaltPercent { get; init; } = 20;

    /// <summary>A round that would delete fewer conversations and drafts than these is never halted for their part.</summary>
    public int HaltRows { get; init; } = 50;
}

/// <summary>Refuses to start with an invalid setting, and names it.</summary>
internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    /// <summary>Days between the reminder and the deletion of a draft.</summary>
    public const int WarningDays = 7;

    private const int Most = 3650;

    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(RetentionOptions options)
    {
        foreach (
            (string setting, int days) in new[]
            {
                (nameof(options.ConversationDays), options.ConversationDays),
                (nameof(options.DraftDays), options.DraftDays),
                (nameof(options.ReminderDays), options.ReminderDays),
                (nameof(options.FileDays), options.FileDays),
                (nameof(options.LinkCodeDays), options.LinkCodeDays),
                (nameof(options.FarewellDays), options.FarewellDays),
                (nameof(options.ClockGapDays), options.ClockGapDays),
            }
        )
        {
            if (days is < 1 or > Most)
                yield return $"Retention:{setting} is {days}; it is a number of days from 1 to {Most}.";
        }
        if (options.HaltPercent is < 1 or > 100)
            yield return $"Retention:HaltPercent is {options.HaltPercent}; it goes from 1 to 100.";
        if (options.HaltRows < 1)
            yield return $"Retention:HaltRows is {options.HaltRows}; it is at least 1.";
        if (options.DraftDays < options.ReminderDays + WarningDays)
            yield return $"Retention:DraftDays is {options.DraftDays}; it is at least Retention:ReminderDays and {WarningDays} days more, "
                + "in which who was reminded can go on.";
    }
}
