using System.Collections.Immutable;

namespace AgaBot.Storage;

/// <summary>Checks a call before an adapter runs it, so that all adapters refuse the same calls with the same message.</summary>
internal static class StoreRules
{
    /// <exception cref="EntityTooLargeException">The key is longer than <see cref="EntityLimits.MaxKeyLength"/>.</exception>
    public static void CheckKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        CheckLength(key);
    }

    public static void CheckQuery(string partition, RowRange range, int limit, string? after)
    {
        CheckKey(partition);
        CheckLength(range.From ?? "");
        CheckLength(range.To ?? "");
        CheckLength(after ?? "");
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, EntityLimits.MaxPage);
    }

    /// <exception cref="EntityTooLargeException">A value, the batch or a key is over <see cref="EntityLimits"/>.</exception>
    /// <exception cref="ArgumentException">The batch is empty, or names a row twice.</exception>
    public static void CheckBatch(string partition, ImmutableArray<EntityWrite> batch)
    {
        CheckKey(partition);
        if (batch.IsDefaultOrEmpty)
            throw new ArgumentException("A batch holds at least one operation.", nameof(batch));
        if (batch.Length > EntityLimits.MaxBatchOperations)
            throw new EntityTooLargeException($"A batch has {batch.Length} operations; the limit is {EntityLimits.MaxBatchOperations}.");

        int bytes = 0;
        for (int index = 0; index < batch.Length; index++)
        {
            CheckKey(batch[index].Row);
            CheckRowIsNew(batch, index);
            bytes += CheckedLength(batch[index]);
        }

        if (bytes > EntityLimits.MaxBatchBytes)
            throw new EntityTooLargeException($"The values of a batch have {bytes} bytes; the limit is {EntityLimits.MaxBatchBytes}.");
    }

    private static void CheckLength(string key)
    {
        if (key.Length > EntityLimits.MaxKeyLength)
            throw new EntityTooLargeException($"A key has {key.Length} characters; the limit is {EntityLimits.MaxKeyLength}.");
    }

    private static int CheckedLength(EntityWrite write)
    {
        int length = write switch
        {
            EntityWrite.Insert insert => insert.Value.Length,
            EntityWrite.Replace replace => replace.Value.Length,
            _ => 0,
        };
        return length <= EntityLimits.MaxValueBytes
            ? length
            : throw new EntityTooLargeException($"The value of a row has {length} bytes; the limit is {EntityLimits.MaxValueBytes}.");
    }

    // A batch is small: comparing all pairs costs less than a set.
    private static void CheckRowIsNew(ImmutableArray<EntityWrite> batch, int index)
    {
        for (int earlier = 0; earlier < index; earlier++)
        {
            if (batch[earlier].Row == batch[index].Row)
                throw new ArgumentException($"Operations {earlier} and {index} of a batch are on the same row.", nameof(batch));
        }
    }
}
