using Azure.Data.Tables;

namespace AgaBot.Storage.Tables;

/// <summary>A value as binary properties <c>v0</c>, <c>v1</c> ...: one property holds 64 KiB, a row 1 MiB.</summary>
internal static class TableValue
{
    private const int PartBytes = 64 * 1024;

    private static readonly string[] Parts =
    [
        .. Enumerable.Range(0, (EntityLimits.MaxValueBytes + PartBytes - 1) / PartBytes).Select(part => $"v{part}"),
    ];

    /// <summary>The properties that a query selects: the key and every part.</summary>
    public static readonly string[] Columns = ["RowKey", .. Parts];

    /// <summary>The properties that a query over partitions selects.</summary>
    public static readonly string[] ScanColumns = ["PartitionKey", .. Columns];

    public static TableEntity Split(string partition, string row, ReadOnlyMemory<byte> value)
    {
        var entity = new TableEntity(partition, row);
        for (int part = 0; part * PartBytes < value.Length; part++)
        {
            int start = part * PartBytes;
            entity[Parts[part]] = value.Slice(start, Math.Min(PartBytes, value.Length - start)).ToArray();
        }

        return entity;
    }

    public static ReadOnlyMemory<byte> Join(TableEntity entity)
    {
        if (entity.GetBinary(Parts[0]) is not { } first)
            return default;
        if (entity.GetBinary(Parts[1]) is null)
            return first;

        using var value = new MemoryStream();
        foreach (string part in Parts)
        {
            if (entity.GetBinary(part) is not { } bytes)
                break;
            value.Write(bytes);
        }

        return value.ToArray();
    }
}
