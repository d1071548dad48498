namespace AgaBot.Storage.Sqlite;

/// <summary>Keeps a few readers open. A caller who finds none opens one more, which is closed again where the pool is full.</summary>
internal sealed class ReaderPool(SqliteFile file) : IDisposable
{
    private readonly SqliteReader?[] idle = new SqliteReader?[Math.Max(4, 2 * Environment.ProcessorCount)];
    private volatile bool closed;

    public SqliteReader Rent()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        for (int slot = 0; slot < idle.Length; slot++)
        {
            if (idle[slot] is not null && Interlocked.Exchange(ref idle[slot], null) is { } reader)
                return reader;
        }

        return new SqliteReader(file);
    }

    public void Return(SqliteReader reader)
    {
        for (int slot = 0; !closed && slot < idle.Length; slot++)
        {
            if (Interlocked.CompareExchange(ref idle[slot], reader, null) is not null)
                continue;
            if (closed)
                Dispose();
            return;
        }

        reader.Dispose();
    }

    public void Dispose()
    {
        closed = true;
        for (int slot = 0; slot < idle.Length; slot++)
            Interlocked.Exchange(ref idle[slot], null)?.Dispose();
    }
}
