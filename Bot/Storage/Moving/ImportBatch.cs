using System.Collections.Immutable;

namespace AgaBot.Storage.Moving;

/// <summary>Rows of one partition that are written together.</summary>
internal sealed class ImportBatch
{
    private readonly List<ScannedEntity> rows = [];
    private int bytes;

    public ImportBatch(in ScannedEntity first)
    {
        rows.Add(first);
        bytes = first.Value.Length;
    }

    /// <returns>False where the row is another partition's, or one too many.</returns>
    public bool TryAdd(in ScannedEntity row)
    {
        if (
            row.Partition != rows[0].Partition
            || rows.Count == EntityLimits.MaxBatchOperations
            || bytes + row.Value.Length > EntityLimits.MaxBatchBytes
        )
            return false;
        rows.Add(row);
        bytes += row.Value.Length;
        return true;
    }

    /// <summary>Writes the missing rows: an earlier try may have written rows although its answer was lost.</summary>
    /// <exception cref="MovingException">A row exists with another value.</exception>
    public async ValueTask WriteAsync(IEntityStore store, CancellationToken cancellationToken)
    {
        ImmutableArray<ScannedEntity> missing = [.. rows];
        while (!missing.IsEmpty)
        {
            ImmutableArray<EntityWrite> batch = [.. missing.Select(static row => new EntityWrite.Insert(row.Row, row.Value))];
            if (await store.WriteAsync(rows[0].Partition, batch, cancellationToken) is WriteOutcome.Written)
                return;

            var left = ImmutableArray.CreateBuilder<ScannedEntity>();
            foreach (ScannedEntity row in missing)
            {
                Entity? there = await store.GetAsync(row.Partition, row.Row, cancellationToken);
                if (there is null)
                    left.Add(row);
                else if (!there.Value.Span.SequenceEqual(row.Value.Span))
                    throw new MovingException(
                        $"Row {row.Row} of {row.Partition} holds something else than the file: something writes into the store. "
                            + "Stop it, empty the store, and import again."
                    );
            }

            missing = left.ToImmutable();
        }
    }
}
