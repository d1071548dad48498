using AgaBot.Json;

namespace AgaBot.Storage.Moving;

/// <summary>Writes a store into a file, a line of JSON a row, each with its checksum.</summary>
internal sealed class StoreExport(IEntityScan scan, TimeProvider time)
{
    /// <exception cref="MovingException">The store holds an unfinished import.</exception>
    /// <exception cref="IOException">There is a file at <paramref name="path"/>, or it cannot be written.</exception>
    public ValueTask<StoreDigest> RunAsync(string path, CancellationToken cancellationToken) =>
        OwnersFile.WriteWholeAsync(path, unfinished => WriteAsync(unfinished, cancellationToken));

    private async ValueTask<StoreDigest> WriteAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        using var sum = new RunningSum();
        await WriteAsync(file, new ExportLine.Head(ExportLine.Head.Version, time.GetUtcNow()), cancellationToken);
        await foreach (ScannedEntity row in scan.ScanAsync("", cancellationToken))
        {
            if (row.Partition == StoreImport.Partition)
                throw StoreImport.HalfDone();
            await WriteAsync(file, ExportLine.Row.Of(row, sum.Add(row)), cancellationToken);
        }

        StoreDigest digest = sum.Digest;
        await WriteAsync(file, new ExportLine.End(digest.Rows, digest.Sum), cancellationToken);
        return digest;
    }

    private static async ValueTask WriteAsync(FileStream file, ExportLine line, CancellationToken cancellationToken)
    {
        await file.WriteAsync(ReadableJson.Write(line, ExportJson.Default.ExportLine), cancellationToken);
        file.WriteByte((byte)'\n');
    }
}
