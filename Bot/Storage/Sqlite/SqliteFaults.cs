using AgaBot.Turns.Persistence;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgaBot.Storage.Sqlite;

/// <summary>Distinguishes a store that is down from a fault in our own code.</summary>
internal static class SqliteFaults
{
    /// <summary>The file, its disk or its lock failed: the same call may succeed later.</summary>
    public static bool IsUnavailable(Exception exception) =>
        exception switch
        {
            SqliteException sqlite => sqlite.SqliteErrorCode
                is not (raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_MISUSE or raw.SQLITE_RANGE),
            IOException or UnauthorizedAccessException => true,
            _ => false,
        };

    public static StoreUnavailableException Unavailable(Exception exception) =>
        new($"The SQLite store cannot be used: {exception.Message}", exception);
}
