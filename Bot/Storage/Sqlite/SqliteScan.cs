using Microsoft.Data.Sqlite;

namespace AgaBot.Storage.Sqlite;

/// <summary>Reads the whole file on a connection of its own, in a snapshot taken at the first row.</summary>
internal sealed class SqliteScan : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Statement rows;

    public SqliteScan(SqliteFile file, string prefix)
    {
        RowRange partitions = RowRange.StartingWith(prefix);
        connection = file.Open();
        rows = new Statement(
            connection,
            """
            SELECT partition, row, value FROM entities WHERE partition >= ?1 AND partition < ?2 ORDER BY partition, row
            """
        );
        rows.Bind(1, KeyEncoding.Encode(partitions.From ?? ""))
            .Bind(2, partitions.To is null ? SqliteReader.EndOfKeys : KeyEncoding.Encode(partitions.To));
    }

    public ScannedEntity? Next() =>
        rows.Step() ? new ScannedEntity(KeyEncoding.Decode(rows.Text(0)), KeyEncoding.Decode(rows.Text(1)), rows.Bytes(2)) : null;

    public void Dispose()
    {
        rows.Dispose();
        connection.Dispose();
    }
}
