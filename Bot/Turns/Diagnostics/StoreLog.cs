namespace AgaBot.Turns.Diagnostics;

/// <summary>Log messages about the store as a whole. Each that needs an operator says what to do.</summary>
internal static partial class StoreLog
{
    [LoggerMessage(1100, LogLevel.Information, "The store's file was checked and is sound")]
    public static partial void Sound(ILogger logger);

    [LoggerMessage(
        1101,
        LogLevel.Error,
        "The store's file is damaged: {Damage}. Stop the bot, keep the file, and restore the latest good backup (deploy/README.md)"
    )]
    public static partial void Damaged(ILogger logger, string damage);

    [LoggerMessage(1102, LogLevel.Warning, "The store's file could not be looked after; the next pass tries again")]
    public static partial void CareBroke(ILogger logger, Exception exception);

    [LoggerMessage(1103, LogLevel.Information, "The store's file was written anew, without what was deleted")]
    public static partial void Rewritten(ILogger logger);

    [LoggerMessage(1104, LogLevel.Warning, "The store's file was not written anew: {Obstacle}. Run 'agabot compact' at a quiet hour")]
    public static partial void NotRewritten(ILogger logger, string obstacle);

    [LoggerMessage(
        1105,
        LogLevel.Error,
        "Nothing is deleted by the retention periods: {Reason}. If that is right, run 'agabot retention confirm'; "
            + "if not, correct the clock or the settings Retention:…"
    )]
    public static partial void RetentionHalted(ILogger logger, string reason);
}
