using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AgaBot.Storage.Sqlite;

/// <summary>
/// A prepared statement, kept as long as its connection. It binds spans and allocates nothing by itself,
/// where a <see cref="SqliteCommand"/> allocates its reader, boxes and copies at each use.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt handle;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
    }

    /// <summary>Runs SQL that is not worth keeping.</summary>
    public static void Execute(SqliteConnection connection, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, sql), connection.Handle);

    /// <param name="parameter">From 1.</param>
    public Statement Bind(int parameter, string key)
    {
        // At most three bytes a character; the bound of a range is one or two characters longer than a key.
        Span<byte> utf8 = stackalloc byte[(KeyEncoding.MaxEncodedLength + 2) * 3];
        int length = Encoding.UTF8.GetBytes(key, utf8);
        Check(raw.sqlite3_bind_text(handle, parameter, utf8[..length]));
        return this;
    }

    public Statement Bind(int parameter, long number)
    {
        Check(raw.sqlite3_bind_int64(handle, parameter, number));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        // An empty span has a null address, which SQLite treats as NULL.
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, parameter, 0) : raw.sqlite3_bind_blob(handle, parameter, value));
        return this;
    }

    /// <summary>Goes to the next row; false after the last one.</summary>
    public bool Step()
    {
        int result = raw.sqlite3_step(handle);
        if (result == raw.SQLITE_ROW)
            return true;
        if (result != raw.SQLITE_DONE)
            Check(result);
        return false;
    }

    /// <summary>Ends the statement's read, so that it can be bound again and holds no snapshot.</summary>
    public void Reset() => Check(raw.sqlite3_reset(handle));

    /// <summary>Runs the statement to its end and says how many rows it changed.</summary>
    public int Run()
    {
        while (Step()) { }

        Reset();
        return raw.sqlite3_changes(database);
    }

    /// <param name="column">From 0.</param>
    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public void Dispose() => handle.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
