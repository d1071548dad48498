using System.Collections.Immutable;
using AgaBot.Storage.Records;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Moving;

/// <summary>
/// Imports an export into an empty store. The whole file is checked before the first row is written. A mark stays in the store until all
/// rows are there; as long as it stays, the bot does not start and nothing is exported.
/// </summary>
internal sealed class StoreImport(IEntityStore store, IEntityScan scan)
{
    public const string Partition = "import";

    private const string Mark = "mark";

    /// <summary>Batches that are written at the same time; then the mark is updated.</summary>
    private const int BatchesAtOnce = 32;

    /// <summary>Fails where the data is incomplete.</summary>
    public static MovingException HalfDone() =>
        new("An import into this store was interrupted: run 'import FILE' again with the same file, and it goes on. Or empty the store.");

    /// <exception cref="MovingException">An import was begun here and not finished.</exception>
    public async ValueTask RefuseHalfDoneAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await MarkAsync(cancellationToken) is not null)
                throw HalfDone();
        }
        catch (StoreUnavailableException)
        {
            // The bot starts without its store and works once the store is back: a start during an outage must not fail.
        }
    }

    /// <exception cref="MovingException">
    /// The file is incomplete, the store is not empty, or the store holds other data at the end.
    /// </exception>
    public async ValueTask<StoreDigest> RunAsync(string path, CancellationToken cancellationToken)
    {
        var file = new ExportReader(path);
        StoreDigest whole = await file.CheckAsync(cancellationToken);
        Kept<StoredImport> mark = await BeginAsync(path, whole, cancellationToken);
        mark = await WriteAsync(file, mark, cancellationToken);

        StoreDigest brought = await DigestAsync(cancellationToken);
        if (brought != whole)
            throw new MovingException(
                $"The store holds {brought}, and the file {whole}: something else wrote into the store. "
                    + "Stop what uses it, empty it, and import again."
            );
        await store.WriteAsync(Partition, [new EntityWrite.Delete(Mark, mark.ETag)], cancellationToken);
        return brought;
    }

    private async ValueTask<Kept<StoredImport>> BeginAsync(string path, StoreDigest whole, CancellationToken cancellationToken)
    {
        if (await MarkAsync(cancellationToken) is { } mark)
        {
            return mark.Value.Sum == whole.Sum
                ? mark
                : throw new MovingException(
                    $"Another file than {path} is being imported into this store: go on with that one, or empty the store."
                );
        }

        await foreach (ScannedEntity _ in scan.ScanAsync("", cancellationToken))
            throw new MovingException(
                "The store holds data already: import into an empty one. Name another with Storage:Sqlite:Path or Storage:Tables:Name."
            );
        return await MarkAsync(null, new StoredImport(StoredRow.Version, whole.Sum, 0), cancellationToken);
    }

    private async ValueTask<Kept<StoredImport>> WriteAsync(ExportReader file, Kept<StoredImport> mark, CancellationToken cancellationToken)
    {
        long read = 0,
            there = mark.Value.Rows;
        var batches = new List<ImportBatch>(BatchesAtOnce);
        await foreach (ScannedEntity row in file.ReadAsync(cancellationToken))
        {
            if (++read <= there)
                continue;
            if (batches is [.., var last] && last.TryAdd(row))
                continue;
            if (batches.Count == BatchesAtOnce)
            {
                mark = await WriteAsync(batches, mark, read - 1, cancellationToken);
                batches.Clear();
            }

            batches.Add(new ImportBatch(row));
        }

        return await WriteAsync(batches, mark, read, cancellationToken);
    }

    private async ValueTask<Kept<StoredImport>> WriteAsync(
        List<ImportBatch> batches,
        Kept<StoredImport> mark,
        long rows,
        CancellationToken cancellationToken
    )
    {
        await Task.WhenAll(batches.Select(batch => batch.WriteAsync(store, cancellationToken).AsTask()));
        return await MarkAsync(mark, mark.Value with { Rows = rows }, cancellationToken);
    }

    private ValueTask<Kept<StoredImport>?> MarkAsync(CancellationToken cancellationToken) =>
        store.FindAsync(Partition, Mark, StoredRow.Json.StoredImport, cancellationToken);

    private async ValueTask<Kept<StoredImport>> MarkAsync(
        Kept<StoredImport>? before,
        StoredImport after,
        CancellationToken cancellationToken
    )
    {
        ImmutableArray<EntityWrite> batch = [StoreReads.Put(Mark, after, StoredRow.Json.StoredImport, before?.ETag)];
        return await store.WriteAsync(Partition, batch, cancellationToken) is WriteOutcome.Written written
            ? new Kept<StoredImport>(Mark, after, written.ETags[0])
            : throw new MovingException("Another import writes into this store: let it finish, or stop it and run this one again.");
    }

    private async ValueTask<StoreDigest> DigestAsync(CancellationToken cancellationToken)
    {
        using var sum = new RunningSum();
        await foreach (ScannedEntity row in scan.ScanAsync("", cancellationToken))
        {
            if (row.Partition != Partition)
                sum.Add(row);
        }

        return sum.Digest;
    }
}
