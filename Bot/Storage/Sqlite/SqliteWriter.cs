using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace AgaBot.Storage.Sqlite;

/// <summary>
/// The connection that writes. ETags are numbers from one counter of the file, read and written in the transaction,
/// so that no two writes share one, those of another process included.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement savepoint;
    private readonly Statement release;
    private readonly Statement rollBack;
    private readonly Statement readCounter;
    private readonly Statement keepCounter;
    private readonly Statement insert;
    private readonly Statement replace;
    private readonly Statement check;
    private readonly Statement delete;
    private long counter;
    private long counterAtBegin;

    public SqliteWriter(SqliteFile file)
    {
        connection = file.Open(SqliteFile.WritersCache);
        begin = new Statement(connection, "BEGIN IMMEDIATE");
        commit = new Statement(connection, "COMMIT");
        savepoint = new Statement(connection, "SAVEPOINT batch");
        release = new Statement(connection, "RELEASE batch");
        rollBack = new Statement(connection, "ROLLBACK TO batch");
        readCounter = new Statement(connection, "SELECT last FROM etags");
        keepCounter = new Statement(connection, "UPDATE etags SET last = ?1");
        insert = new Statement(
            connection,
            "INSERT INTO entities (partition, row, etag, value) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING"
        );
        replace = new Statement(connection, "UPDATE entities SET etag = ?3, value = ?4 WHERE partition = ?1 AND row = ?2 AND etag = ?5");
        check = new Statement(connection, "SELECT 1 FROM entities WHERE partition = ?1 AND row = ?2 AND etag = ?3");
        delete = new Statement(connection, "DELETE FROM entities WHERE partition = ?1 AND row = ?2 AND etag = ?3");
    }

    /// <summary>Starts a transaction, and waits for another process's lock as long as the options say.</summary>
    public void Begin()
    {
        begin.Run();
        readCounter.Step();
        counter = counterAtBegin = readCounter.Number(0);
        readCounter.Reset();
    }

    /// <summary>Writes one batch within the transaction, all or nothing.</summary>
    public WriteOutcome Apply(string partition, ImmutableArray<EntityWrite> batch)
    {
        string encodedPartition = KeyEncoding.Encode(partition);

        // A single operation that conflicts has changed nothing: it needs no savepoint.
        if (batch.Length == 1)
            return ApplyEach(encodedPartition, batch);

        savepoint.Run();
        WriteOutcome outcome = ApplyEach(encodedPartition, batch);
        if (outcome is WriteOutcome.Conflict)
            rollBack.Run();
        release.Run();
        return outcome;
    }

    public void Commit()
    {
        if (counter != counterAtBegin)
            keepCounter.Bind(1, counter).Run();
        commit.Run();
    }

    public void Dispose()
    {
        foreach (
            Statement statement in (ReadOnlySpan<Statement>)
                [begin, commit, savepoint, release, rollBack, readCounter, keepCounter, insert, replace, check, delete]
        )
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private WriteOutcome ApplyEach(string partition, ImmutableArray<EntityWrite> batch)
    {
        var etags = new string[batch.Length];
        for (int index = 0; index < batch.Length; index++)
        {
            if (!Apply(partition, batch[index]))
                return new WriteOutcome.Conflict(index, batch[index].Row);
            etags[index] = batch[index] switch
            {
                EntityWrite.Delete => "",
                EntityWrite.Check unchanged => unchanged.ETag,
                _ => counter.ToString(CultureInfo.InvariantCulture),
            };
        }

        return new WriteOutcome.Written(ImmutableCollectionsMarshal.AsImmutableArray(etags));
    }

    private bool Apply(string partition, EntityWrite write)
    {
        string row = KeyEncoding.Encode(write.Row);
        return write switch
        {
            EntityWrite.Insert added => insert.Bind(1, partition).Bind(2, row).Bind(3, ++counter).Bind(4, added.Value.Span).Run() == 1,
            EntityWrite.Replace changed => replace
                .Bind(1, partition)
                .Bind(2, row)
                .Bind(3, ++counter)
                .Bind(4, changed.Value.Span)
                .Bind(5, Number(changed.ETag))
                .Run() == 1,
            EntityWrite.Check unchanged => IsThere(check.Bind(1, partition).Bind(2, row).Bind(3, Number(unchanged.ETag))),
            EntityWrite.Delete removed => delete.Bind(1, partition).Bind(2, row).Bind(3, Number(removed.ETag)).Run() == 1,
            _ => throw new UnreachableException(),
        };
    }

    private static bool IsThere(Statement look)
    {
        bool found = look.Step();
        look.Reset();
        return found;
    }

    /// <summary>An ETag that this store did not give matches no row, as an outdated one does.</summary>
    private static long Number(string etag) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1;
}
