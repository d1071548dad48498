using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgaBot.Storage.Sqlite;

/// <summary>Ends a long statement when a token is cancelled.</summary>
internal static class Interruptible
{
    /// <exception cref="OperationCanceledException">The token was cancelled; SQLite has rolled the statement back.</exception>
    public static T Run<T>(SqliteConnection connection, Func<T> call, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static open => raw.sqlite3_interrupt(((SqliteConnection)open!).Handle),
            connection
        );
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return call();
        }
        catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(interrupted.Message, interrupted, cancellationToken);
        }
    }
}
