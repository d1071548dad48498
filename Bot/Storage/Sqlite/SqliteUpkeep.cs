using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgaBot.Storage.Sqlite;

/// <summary>
/// Checks the file, removes the bytes of deleted rows and gives free pages back to the disk, on connections of its own, while turns go on
/// (docs/decisions/0039).
/// </summary>
internal sealed class SqliteUpkeep(SqliteFile file)
{
    /// <summary>Free pages that stay for the next rows: a mebibyte.</summary>
    public const int SparePages = 256;

    /// <summary>Pages that one transaction gives back. A turn waits for it at most some milliseconds.</summary>
    private const int PagesAtOnce = 256;

    /// <summary>Faults that are told of a damaged file.</summary>
    private const int MaxFaults = 5;

    /// <summary>Truncating the log keeps writers out while it waits for readers: it gives up soon, and is tried again.</summary>
    private const int ShortWait = 100;

    /// <summary>PRAGMA auto_vacuum, https://sqlite.org/pragma.html#pragma_auto_vacuum.</summary>
    private const long Incremental = 2;

    public string Path => file.Path;

    /// <summary>Checks the structure of every table and index; the bytes within a value have no checksum.</summary>
    /// <returns>Null where the file is sound, otherwise its first faults.</returns>
    public string? FindDamage(CancellationToken cancellationToken)
    {
        try
        {
            using SqliteConnection connection = file.Open();
            return Interruptible.Run(connection, () => FindDamage(connection), cancellationToken);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            return fault.Message;
        }
    }

    /// <summary>Copies the write-ahead log into the file and empties it: nothing that was deleted remains in it.</summary>
    /// <returns>False while somebody reads an older state: try again.</returns>
    public bool TruncateLog()
    {
        using SqliteConnection connection = file.Open();
        raw.sqlite3_busy_timeout(connection.Handle, ShortWait);
        return TruncateLog(connection);
    }

    /// <summary>Gives free pages back to the disk, a few at a time, and leaves <see cref="SparePages"/>.</summary>
    /// <returns>The bytes by which the file is smaller.</returns>
    public long Shrink(CancellationToken cancellationToken)
    {
        using SqliteConnection connection = file.Open();
        raw.sqlite3_busy_timeout(connection.Handle, ShortWait);
        if (Number(connection, "PRAGMA auto_vacuum") != Incremental)
            return 0;
        long before = Number(connection, "PRAGMA page_count");
        while (!cancellationToken.IsCancellationRequested && GiveBack(connection)) { }
        return (before - Number(connection, "PRAGMA page_count")) * Number(connection, "PRAGMA page_size");
    }

    /// <summary>Whether the file is of a version that could not give pages back.</summary>
    public bool CannotShrink()
    {
        using SqliteConnection connection = file.Open();
        return Number(connection, "PRAGMA auto_vacuum") != Incremental;
    }

    /// <summary>
    /// Writes the whole file anew, without free pages and without what deleted rows left between others. Writers wait until it is done.
    /// </summary>
    public void Rewrite(CancellationToken cancellationToken)
    {
        using SqliteConnection connection = file.Open();
        Interruptible.Run(
            connection,
            () =>
            {
                Statement.Execute(connection, "PRAGMA auto_vacuum = INCREMENTAL; VACUUM");
                return TruncateLog(connection);
            },
            cancellationToken
        );
    }

    /// <returns>False where nothing is left to give back, or where a writer is at work: the next pass goes on.</returns>
    private static bool GiveBack(SqliteConnection connection)
    {
        long free = Number(connection, "PRAGMA freelist_count");
        if (free <= SparePages)
            return false;
        try
        {
            Statement.Execute(connection, $"PRAGMA incremental_vacuum({Math.Min(PagesAtOnce, free - SparePages)})");
            return Number(connection, "PRAGMA freelist_count") < free;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == raw.SQLITE_BUSY)
        {
            return false;
        }
    }

    private static string? FindDamage(SqliteConnection connection)
    {
        using var check = new Statement(connection, $"PRAGMA quick_check({MaxFaults})");
        var faults = new List<string>();
        while (check.Step())
            faults.Add(check.Text(0));
        return faults is ["ok"] ? null : string.Join("; ", faults);
    }

    private static bool TruncateLog(SqliteConnection connection) => Number(connection, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;

    private static long Number(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        statement.Step();
        return statement.Number(0);
    }
}
