using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AgaBot.Storage.Sqlite;

/// <summary>A connection that reads, for one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    /// <summary>Sorts after every encoded key: <see cref="KeyEncoding"/> writes U+FFFF with a lead before it.</summary>
    public const string EndOfKeys = "\uFFFF";

    /// <summary>Partition, first row, the row after the last, and how many.</summary>
    public const string RangeSql = """
        SELECT etag, value, row FROM entities
        WHERE partition = ?1 AND row >= ?2 AND row < ?3 ORDER BY row LIMIT ?4
        """;

    private readonly SqliteConnection connection;
    private readonly Statement get;
    private readonly Statement query;

    public SqliteReader(SqliteFile file)
    {
        connection = file.Open();
        try
        {
            get = new Statement(connection, "SELECT etag, value FROM entities WHERE partition = ?1 AND row = ?2");
            query = new Statement(connection, RangeSql);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Entity? Get(string partition, string row)
    {
        get.Bind(1, KeyEncoding.Encode(partition)).Bind(2, KeyEncoding.Encode(row));
        Entity? entity = get.Step() ? Current(get, row) : null;
        get.Reset();
        return entity;
    }

    public EntityPage Query(string partition, RowRange range, int limit)
    {
        query
            .Bind(1, KeyEncoding.Encode(partition))
            .Bind(2, KeyEncoding.Encode(range.From ?? ""))
            .Bind(3, range.To is null ? EndOfKeys : KeyEncoding.Encode(range.To))
            .Bind(4, limit + 1L);
        var rows = ImmutableArray.CreateBuilder<Entity>();
        bool more = false;
        while (!more && query.Step())
        {
            if (rows.Count == limit)
                more = true;
            else
                rows.Add(Current(query, KeyEncoding.Decode(query.Text(2))));
        }

        query.Reset();
        return new EntityPage(rows.DrainToImmutable(), more);
    }

    public void Dispose()
    {
        get.Dispose();
        query.Dispose();
        connection.Dispose();
    }

    private static Entity Current(Statement statement, string row) =>
        new(row, statement.Bytes(1), statement.Number(0).ToString(CultureInfo.InvariantCulture));
}
