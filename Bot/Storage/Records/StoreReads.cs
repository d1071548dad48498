using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records;

/// <summary>Reads rows in their shapes.</summary>
internal static class StoreReads
{
    /// <summary>The row with the ETag that a change needs, or null.</summary>
    public static async ValueTask<Kept<T>?> FindAsync<T>(
        this IEntityStore store,
        string partition,
        string row,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class, IStoredRow =>
        await store.GetAsync(partition, row, cancellationToken) is { } entity
            ? new Kept<T>(entity.Row, StoredRow.Read(entity, type), entity.ETag)
            : null;

    /// <summary>All rows of a range, however many pages they take.</summary>
    public static async IAsyncEnumerable<Kept<T>> AllAsync<T>(
        this IEntityStore store,
        string partition,
        string prefix,
        JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class, IStoredRow
    {
        string? after = null;
        EntityPage page;
        do
        {
            page = await store.QueryAsync(partition, RowRange.StartingWith(prefix), EntityLimits.MaxPage, after, cancellationToken);
            foreach (Entity entity in page.Rows)
            {
                after = entity.Row;
                yield return new Kept<T>(entity.Row, StoredRow.Read(entity, type), entity.ETag);
            }
        } while (page.More);
    }

    /// <summary>Inserts the row where <paramref name="before"/> is null, otherwise replaces it.</summary>
    public static EntityWrite Put<T>(string row, T value, JsonTypeInfo<T> type, string? before)
        where T : IStoredRow =>
        before is null
            ? new EntityWrite.Insert(row, StoredRow.Write(value, type))
            : new EntityWrite.Replace(row, StoredRow.Write(value, type), before);
}

/// <summary>A row as it was read.</summary>
internal sealed record Kept<T>(string Row, T Value, string ETag);
