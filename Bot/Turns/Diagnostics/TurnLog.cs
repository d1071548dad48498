namespace AgaBot.Turns.Diagnostics;

/// <summary>Log messages for operators. Ids are opaque; nothing that a person wrote is logged.</summary>
internal static partial class TurnLog
{
    [LoggerMessage(1001, LogLevel.Information, "Turn {TurnId}: {Outcome} in {Milliseconds:F1} ms")]
    public static partial void Took(ILogger logger, string turnId, string outcome, double milliseconds);

    [LoggerMessage(1002, LogLevel.Warning, "Turn {TurnId}: the store is unavailable, nothing was kept")]
    public static partial void StoreUnavailable(ILogger logger, string turnId, Exception exception);

    [LoggerMessage(1003, LogLevel.Warning, "Turn {TurnId}: its replies could not be sent and wait")]
    public static partial void SendFailed(ILogger logger, string turnId, Exception exception);

    [LoggerMessage(1004, LogLevel.Warning, "{Count} sent marks could not be written; those replies may be repeated once")]
    public static partial void MarksLost(ILogger logger, int count, Exception exception);

    [LoggerMessage(1005, LogLevel.Error, "Turn {TurnId} broke: nothing changed, and the person is told so")]
    public static partial void Broke(ILogger logger, string turnId, Exception exception);

    [LoggerMessage(1006, LogLevel.Error, "Turn {TurnId}: its replies cannot be sent, and are given up")]
    public static partial void SendBroke(ILogger logger, string turnId, Exception exception);

    [LoggerMessage(1007, LogLevel.Warning, "Turn {TurnId}: the person cannot be reached until they write again: {Reason}")]
    public static partial void Unreachable(ILogger logger, string turnId, string reason);

    [LoggerMessage(
        1008,
        LogLevel.Warning,
        "Replies to {Count} people were not sent before the end; they are sent by another instance or after the next start"
    )]
    public static partial void LeftUnsent(ILogger logger, int count);

    [LoggerMessage(1009, LogLevel.Warning, "What is too old could not be thrown away; the next sweep tries again")]
    public static partial void SweepLost(ILogger logger, Exception exception);

    [LoggerMessage(1010, LogLevel.Warning, "The queue, or the store behind it, is gone; what waits is done later")]
    public static partial void QueueGone(ILogger logger, Exception exception);

    [LoggerMessage(1011, LogLevel.Error, "Work {Kind} {Key} broke at try {Times}, and is tried again")]
    public static partial void WorkBroke(ILogger logger, string kind, string key, int times, Exception exception);

    [LoggerMessage(1012, LogLevel.Error, "Work {Kind} {Key} is set aside after {Times} tries")]
    public static partial void WorkSetAside(ILogger logger, string kind, string key, int times);

    [LoggerMessage(1013, LogLevel.Warning, "Work of the kind {Kind} is unknown to this version")]
    public static partial void WorkUnknown(ILogger logger, string kind);

    [LoggerMessage(1014, LogLevel.Error, "Turn {TurnId}: its replies are given up after {Tries} tries in vain")]
    public static partial void GivenUp(ILogger logger, string turnId, int tries);

    [LoggerMessage(
        1015,
        LogLevel.Warning,
        "A run of the bot broke off: {Slice} of {Slices} slices are searched for what it left unsent, "
            + "{Found} conversations found in this portion"
    )]
    public static partial void InterruptedRunSearched(ILogger logger, int slice, int slices, int found);

    [LoggerMessage(1016, LogLevel.Warning, "Waiting replies could not be looked for; the next sweep tries again")]
    public static partial void UnsentSweepLost(ILogger logger, Exception exception);

    [LoggerMessage(1017, LogLevel.Warning, "It could not be noted that this run has begun, or that it has ended")]
    public static partial void RunMarkLost(ILogger logger, Exception exception);

    [LoggerMessage(1018, LogLevel.Warning, "It could not be noted that replies wait; the next sweep tries again")]
    public static partial void NoteLost(ILogger logger, Exception exception);

    [LoggerMessage(1019, LogLevel.Warning, "Turn {TurnId} needs what a newer version has kept: nothing changed, and the person is told so")]
    public static partial void UnknownVersion(ILogger logger, string turnId, Exception exception);

    [LoggerMessage(1020, LogLevel.Error, "What is kept of somebody cannot be read, and is passed over in what is done for everybody")]
    public static partial void PersonUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(
        1021,
        LogLevel.Information,
        "Everybody was gone through: {Conversations} conversations forgotten, {Drafts} drafts thrown away, "
            + "{Reminders} reminders put in the queue by this instance since it started"
    )]
    public static partial void RoundEnded(ILogger logger, int conversations, int drafts, int reminders);

    [LoggerMessage(1022, LogLevel.Error, "What is too old of somebody could not be thrown away, and is passed over until the next round")]
    public static partial void HousekeepingBroke(ILogger logger, Exception exception);
}
