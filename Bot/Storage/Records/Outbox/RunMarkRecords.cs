using System.Collections.Immutable;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Sending;

namespace AgaBot.Storage.Records.Outbox;

/// <summary>Partition <c>runs</c>, one row a run.</summary>
internal sealed class RunMarkRecords(IEntityStore store) : IRunMarks
{
    private const string Partition = "runs";

    public async ValueTask<RunMark> BeginAsync(string run, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var row = new StoredRun(StoredRow.Version, until);
        while (true)
        {
            Kept<StoredRun>? before = await store.FindAsync(Partition, run, StoredRow.Json.StoredRun, cancellationToken);
            // A refused write may be this run's own write with a lost answer: the name of a run is unique.
            if (before is not null && before.Value == row)
                return new RunMark(run, until, row.Searched, before.ETag);
            if (
                await store.WriteAsync(Partition, [StoreReads.Put(run, row, StoredRow.Json.StoredRun, before?.ETag)], cancellationToken)
                is WriteOutcome.Written written
            )
                return new RunMark(run, until, Searched: 0, written.ETags[0]);
        }
    }

    public async ValueTask<RunMark?> ChangeAsync(RunMark mark, CancellationToken cancellationToken)
    {
        var row = new StoredRun(StoredRow.Version, mark.Until, mark.Searched);
        return
            await store.WriteAsync(Partition, [StoreReads.Put(mark.Run, row, StoredRow.Json.StoredRun, mark.Mark)], cancellationToken)
                is WriteOutcome.Written written
            ? mark with
            {
                Mark = written.ETags[0],
            }
            : null;
    }

    public async ValueTask<bool> EndAsync(RunMark mark, CancellationToken cancellationToken) =>
        await store.WriteAsync(Partition, [new EntityWrite.Delete(mark.Run, mark.Mark)], cancellationToken) is WriteOutcome.Written;

    public async ValueTask<ImmutableArray<RunMark>> AllAsync(CancellationToken cancellationToken)
    {
        var marks = ImmutableArray.CreateBuilder<RunMark>();
        await foreach (Kept<StoredRun> kept in store.AllAsync(Partition, "", StoredRow.Json.StoredRun, cancellationToken))
            marks.Add(new RunMark(kept.Row, kept.Value.Until, kept.Value.Searched, kept.ETag));
        return marks.DrainToImmutable();
    }
}
