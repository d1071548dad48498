namespace AgaBot.Plans.Retention;

/// <summary>Decides what happens to an abandoned draft: one reminder, and much later its deletion. Pure.</summary>
public static class DraftRetention
{
    /// <summary>At most once per draft, and never for an empty draft.</summary>
    public static bool IsToBeRemindedOf(Draft draft, RetentionOptions options, DateTimeOffset now) =>
        draft.RemindedAt is null && !draft.Session.IsEmpty && now - draft.ChangedAt >= TimeSpan.FromDays(options.ReminderDays);

    public static DateTimeOffset KeptUntil(Draft draft, RetentionOptions options) => draft.ChangedAt + TimeSpan.FromDays(options.DraftDays);

    /// <param name="canBeWarned">Whether the bot can reach the person and the person wants reminders.</param>
    public static bool IsOver(Draft draft, bool canBeWarned, RetentionOptions options, DateTimeOffset now) =>
        now >= KeptUntil(draft, options)
        && (
            draft.Session.IsEmpty
            || (
                draft.RemindedAt is { } reminded ? now - reminded >= TimeSpan.FromDays(RetentionOptionsValidator.WarningDays) : !canBeWarned
            )
        );
}
