using Microsoft.Extensions.Options;

namespace AgaBot.Plans.Retention;

/// <summary>
/// Section <c>Retention</c>: for how many days what people said is kept. A sweep keeps to it (docs/decisions/0031), and <i>mis datos</i>
/// says it. A profile, and what was sent to the plan, stay until the person erases them.
/// </summary>
public sealed record RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>A conversation in which nothing was said for so long is forgotten, with what the page shows of it.</summary>
    public int ConversationDays { get; init; } = 365;

    /// <summary>A draft that was not touched for so long is thrown away; its reminder has said until when it is kept.</summary>
    public int DraftDays { get; init; } = 180;

    /// <summary>A draft that was not touched for so long brings one reminder.</summary>
    public int ReminderDays { get; init; } = 7;

    /// <summary>A file that somebody sent; what was read of it stands in a draft. Long enough for who is asked for consent on a Friday and gives it on Monday.</summary>
    public int FileDays { get; init; } = 7;

    /// <summary>A code that links two channels, after its time is over, so that a link that a crash broke off can be gone on with.</summary>
    public int LinkCodeDays { get; init; } = 1;

    /// <summary>The last reply to somebody who had their data erased, so that a message that is delivered again is not taken for a new one.</summary>
    public int FarewellDays { get; init; } = 7;
}

/// <summary>Stops the start on a setting that cannot work, and says which.</summary>
internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    /// <summary>Who is reminded has so long to go on before the draft may be thrown away.</summary>
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
            }
        )
        {
            if (days is < 1 or > Most)
                yield return $"Retention:{setting} is {days}; it is a number of days from 1 to {Most}.";
        }
        if (options.DraftDays < options.ReminderDays + WarningDays)
            yield return $"Retention:DraftDays is {options.DraftDays}; it is at least Retention:ReminderDays and {WarningDays} days more, in which who was reminded can go on.";
    }
}
