namespace AgaBot.Plans.Retention;

/// <summary>What becomes of a draft that nobody touches: a reminder, and long after that it is thrown away. Pure.</summary>
public static class DraftRetention
{
    /// <summary>Once a draft, and never of one without an answer.</summary>
    public static bool IsToBeRemindedOf(Draft draft, RetentionOptions options, DateTimeOffset now) =>
        draft.RemindedAt is null && !draft.Session.IsEmpty && now - draft.ChangedAt >= TimeSpan.FromDays(options.ReminderDays);

    public static DateTimeOffset KeptUntil(Draft draft, RetentionOptions options) => draft.ChangedAt + TimeSpan.FromDays(options.DraftDays);

    /// <param name="canBeWarned">Whether there is a way to the person, and they want to hear of their drafts.</param>
    public static bool IsOver(Draft draft, bool canBeWarned, RetentionOptions options, DateTimeOffset now) =>
        now >= KeptUntil(draft, options)
        && (
            draft.Session.IsEmpty
            || (
                draft.RemindedAt is { } reminded ? now - reminded >= TimeSpan.FromDays(RetentionOptionsValidator.WarningDays) : !canBeWarned
            )
        );
}
