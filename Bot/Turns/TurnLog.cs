namespace AgaBot.Turns;

/// <summary>What operators read of turns. Ids are opaque; no word of a person is ever logged.</summary>
internal static partial class TurnLog
{
    [LoggerMessage(1001, LogLevel.Information, "Turn {TurnId}: {Outcome} in {Milliseconds:F1} ms")]
    public static partial void Took(ILogger logger, string turnId, string outcome, double milliseconds);

    [LoggerMessage(1002, LogLevel.Warning, "Turn {TurnId}: the store is unavailable, nothing was kept")]
    public static partial void StoreUnavailable(ILogger logger, string turnId, Exception exception);

    [LoggerMessage(1003, LogLevel.Warning, "Turn {TurnId}: its replies could not be sent and wait for the next turn")]
    public static partial void SendFailed(ILogger logger, string turnId, Exception exception);

    [LoggerMessage(1004, LogLevel.Warning, "{Count} sent marks could not be written; those replies may be repeated once")]
    public static partial void MarksLost(ILogger logger, int count, Exception exception);

    [LoggerMessage(1005, LogLevel.Error, "Turn {TurnId} broke: nothing changed, and the person is told so")]
    public static partial void Broke(ILogger logger, string turnId, Exception exception);

    [LoggerMessage(1006, LogLevel.Error, "Turn {TurnId}: its replies cannot be sent, and are given up")]
    public static partial void SendBroke(ILogger logger, string turnId, Exception exception);

    [LoggerMessage(1007, LogLevel.Warning, "Turn {TurnId}: the person cannot be reached until they write again: {Reason}")]
    public static partial void Unreachable(ILogger logger, string turnId, string reason);

    [LoggerMessage(1008, LogLevel.Warning, "Replies to {Count} people were not sent before the end; they wait for the next turn")]
    public static partial void LeftUnsent(ILogger logger, int count);

    [LoggerMessage(1009, LogLevel.Warning, "Old files and codes could not be thrown away; the next sweep tries again")]
    public static partial void SweepLost(ILogger logger, Exception exception);

    [LoggerMessage(1010, LogLevel.Warning, "The queue, or the store behind it, is gone; what waits is done later")]
    public static partial void QueueGone(ILogger logger, Exception exception);

    [LoggerMessage(1011, LogLevel.Error, "Work {Kind} {Key} broke at try {Times}, and is tried again")]
    public static partial void WorkBroke(ILogger logger, string kind, string key, int times, Exception exception);

    [LoggerMessage(1012, LogLevel.Error, "Work {Kind} {Key} is set aside after {Times} tries")]
    public static partial void WorkSetAside(ILogger logger, string kind, string key, int times);

    [LoggerMessage(1013, LogLevel.Warning, "Work of the kind {Kind} is unknown to this version")]
    public static partial void WorkUnknown(ILogger logger, string kind);

    [LoggerMessage(1019, LogLevel.Warning, "Turn {TurnId} needs what a newer version has kept: nothing changed, and the person is told so")]
    public static partial void UnknownVersion(ILogger logger, string turnId, Exception exception);
}
