using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Storage.Sqlite;
using AgaBot.Turns.Queues;
using Microsoft.Data.Sqlite;

namespace AgaBot.Storage.Queues;

/// <summary>
/// The queue as a table of the store's file, on a connection of its own: it is seldom used, and waits for the write lock as another process
/// does.
/// </summary>
/// <remarks>The number of deliveries of a row identifies a delivery: it serves as the receipt.</remarks>
public sealed class SqliteQueue(SqliteOptions options, TimeProvider time) : IWorkQueue, IDisposable
{
    private readonly SqliteFile file = new(options);
    private readonly Lock mine = new();
    private SqliteConnection? connection;

    public ValueTask PutAsync(WorkItem item, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueRules.CheckItem(item);
        QueueRules.CheckDelay(delay);
        ValueTask<bool> put = Use(
            open =>
            {
                using var insert = new Statement(open, "INSERT INTO queue (kind, key, due, times, aside) VALUES (?1, ?2, ?3, 0, 0)");
                return insert.Bind(1, item.Kind).Bind(2, item.Key).Bind(3, Now + Milliseconds(delay)).Run() == 1;
            },
            cancellationToken
        );
        return put.IsCompletedSuccessfully ? ValueTask.CompletedTask : new ValueTask(put.AsTask());
    }

    public ValueTask<ImmutableArray<TakenWork>> TakeAsync(int limit, TimeSpan hiddenFor, CancellationToken cancellationToken)
    {
        QueueRules.CheckTaking(limit, hiddenFor);
        return Use(
            open =>
            {
                // A read comes first: the queue is nearly always empty, and then no write lock is needed.
                using var look = new Statement(open, "SELECT 1 FROM queue WHERE aside = 0 AND due <= ?1 LIMIT 1");
                if (!look.Bind(1, Now).Step())
                    return [];
                look.Reset();
                using var take = new Statement(
                    open,
                    """
                    UPDATE queue SET due = ?2, times = times + 1
                    WHERE id IN (SELECT id FROM queue WHERE aside = 0 AND due <= ?1 ORDER BY due, id LIMIT ?3)
                    RETURNING kind, key, times, id
                    """
                );
                take.Bind(1, Now).Bind(2, Now + Milliseconds(hiddenFor)).Bind(3, limit);
                var taken = ImmutableArray.CreateBuilder<TakenWork>();
                while (take.Step())
                {
                    long times = take.Number(2);
                    taken.Add(
                        new TakenWork(
                            new WorkItem(take.Text(0), take.Text(1)),
                            (int)times,
                            string.Create(CultureInfo.InvariantCulture, $"{take.Number(3)}:{times}")
                        )
                    );
                }

                return taken.DrainToImmutable();
            },
            cancellationToken
        );
    }

    public ValueTask<bool> CompleteAsync(TakenWork work, CancellationToken cancellationToken) =>
        ChangeAsync("DELETE FROM queue WHERE id = ?1 AND times = ?2 AND aside = 0", work, static _ => { }, cancellationToken);

    public ValueTask<bool> PutBackAsync(TakenWork work, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueRules.CheckDelay(delay);
        return ChangeAsync(
            "UPDATE queue SET due = ?3 WHERE id = ?1 AND times = ?2 AND aside = 0",
            work,
            change => change.Bind(3, Now + Milliseconds(delay)),
            cancellationToken
        );
    }

    public ValueTask<bool> SetAsideAsync(TakenWork work, CancellationToken cancellationToken) =>
        ChangeAsync("UPDATE queue SET aside = 1 WHERE id = ?1 AND times = ?2 AND aside = 0", work, static _ => { }, cancellationToken);

    public ValueTask<QueueDepth> CountAsync(CancellationToken cancellationToken) =>
        Use(
            static open =>
            {
                using var count = new Statement(open, "SELECT count(*) - coalesce(sum(aside), 0), coalesce(sum(aside), 0) FROM queue");
                count.Step();
                return new QueueDepth(count.Number(0), count.Number(1));
            },
            cancellationToken
        );

    public void Dispose()
    {
        lock (mine)
            connection?.Dispose();
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static long Milliseconds(TimeSpan span) => (long)Math.Ceiling(span.TotalMilliseconds);

    private ValueTask<bool> ChangeAsync(string sql, TakenWork work, Action<Statement> bind, CancellationToken cancellationToken)
    {
        string[] receipt = work.Receipt.Split(':');
        return Use(
            open =>
            {
                using var change = new Statement(open, sql);
                bind(
                    change
                        .Bind(1, long.Parse(receipt[0], CultureInfo.InvariantCulture))
                        .Bind(2, long.Parse(receipt[1], CultureInfo.InvariantCulture))
                );
                return change.Run() == 1;
            },
            cancellationToken
        );
    }

    private ValueTask<T> Use<T>(Func<SqliteConnection, T> call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<T>(cancellationToken);
        lock (mine)
        {
            try
            {
                connection ??= file.Open();
                return ValueTask.FromResult(call(connection));
            }
            catch (Exception exception) when (SqliteFaults.IsUnavailable(exception))
            {
                // The file may be replaced before the next call.
                connection?.Dispose();
                connection = null;
                return ValueTask.FromException<T>(SqliteFaults.Unavailable(exception));
            }
        }
    }
}
