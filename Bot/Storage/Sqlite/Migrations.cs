using AgaBot.Turns.Persistence;
using Microsoft.Data.Sqlite;

namespace AgaBot.Storage.Sqlite;

/// <summary>The schema, step by step. <c>PRAGMA user_version</c> is the number of steps that a file has taken.</summary>
internal static class Migrations
{
    /// <summary>Never edit a step that was released: add one.</summary>
    public static readonly string[] Steps =
    [
        """
            CREATE TABLE entities (
                partition TEXT NOT NULL,
                row       TEXT NOT NULL,
                etag      INTEGER NOT NULL,
                value     BLOB NOT NULL,
                PRIMARY KEY (partition, row)
            ) WITHOUT ROWID;
            """,
        // The last ETag given, so that a row that is deleted and inserted again does not get an old one back.
        """
            CREATE TABLE etags (last INTEGER NOT NULL);
            INSERT INTO etags (last) SELECT coalesce(max(etag), 0) FROM entities;
            """,
        // Rows of some KB change at each turn. In an index a row overflows onto pages of its own beyond 1 KB, in a table beyond 4 KB.
        """
            CREATE TABLE entities_by_id (
                partition TEXT NOT NULL,
                row       TEXT NOT NULL,
                etag      INTEGER NOT NULL,
                value     BLOB NOT NULL,
                PRIMARY KEY (partition, row)
            );
            INSERT INTO entities_by_id (partition, row, etag, value)
                SELECT partition, row, etag, value FROM entities ORDER BY partition, row;
            DROP TABLE entities;
            ALTER TABLE entities_by_id RENAME TO entities;
            """,
        // Work that outlives a turn; due in milliseconds since 1970.
        """
            CREATE TABLE queue (
                id    INTEGER PRIMARY KEY AUTOINCREMENT,
                kind  TEXT NOT NULL,
                key   TEXT NOT NULL,
                due   INTEGER NOT NULL,
                times INTEGER NOT NULL,
                aside INTEGER NOT NULL
            );
            CREATE INDEX queue_by_due ON queue (aside, due, id);
            """,
    ];

    /// <exception cref="UnknownVersionException">A later version of the program has written the file.</exception>
    public static void Apply(SqliteConnection connection)
    {
        if (Version(connection) < Steps.Length)
            Migrate(connection);
    }

    /// <summary>Makes the schema in an empty database.</summary>
    public static void Create(SqliteConnection connection) => Migrate(connection);

    /// <summary>Refuses the database of another program, before anything in it is changed.</summary>
    /// <exception cref="NotAStoreException">The database has not the tables of this program.</exception>
    /// <exception cref="UnknownVersionException">A later version of the program has written the file.</exception>
    public static void RefuseForeign(SqliteConnection connection)
    {
        using var table = new Statement(connection, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'entities'");
        if (Version(connection) == 0 || !table.Step())
            throw new NotAStoreException(
                $"{connection.DataSource} is not a store of AgaBot: name the store with Storage:Sqlite:Path, or restore a backup."
            );
    }

    private static void Migrate(SqliteConnection connection)
    {
        // Another process may migrate at the same time: the second finds the work done.
        Statement.Execute(connection, "BEGIN IMMEDIATE");
        for (long version = Version(connection); version < Steps.Length; version++)
            Statement.Execute(connection, $"{Steps[version]} PRAGMA user_version = {version + 1};");
        Statement.Execute(connection, "COMMIT");
    }

    private static long Version(SqliteConnection connection)
    {
        using var statement = new Statement(connection, "PRAGMA user_version");
        statement.Step();
        long version = statement.Number(0);
        return version <= Steps.Length
            ? version
            : throw new UnknownVersionException(
                $"{connection.DataSource} has schema version {version}; this program knows versions up to {Steps.Length}."
            );
    }
}
