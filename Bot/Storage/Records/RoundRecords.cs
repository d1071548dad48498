using AgaBot.Storage.Shapes;
using AgaBot.Turns.Retention;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Records;

/// <summary>Partition <c>rounds</c>, a row a kind of round.</summary>
internal sealed class RoundRecords(IEntityStore store) : IRounds
{
    private const string Partition = "rounds";

    public async ValueTask<Round> FindAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await store.FindAsync(Partition, name, StoredRow.Json.StoredRound, cancellationToken) is { } kept)
                return new Round(name, kept.Value.Began, kept.Value.Done, kept.Value.Until, kept.ETag);
            var first = new StoredRound(StoredRow.Version, Began: now, IPeopleScan.Slices, Until: now);
            // Another instance may come first: then it is read.
            await store.WriteAsync(Partition, [StoreReads.Put(name, first, StoredRow.Json.StoredRound, before: null)], cancellationToken);
        }
    }

    public async ValueTask<Round?> ChangeAsync(Round round, CancellationToken cancellationToken)
    {
        var row = new StoredRound(StoredRow.Version, round.Began, round.Done, round.Until);
        return
            await store.WriteAsync(Partition, [StoreReads.Put(round.Name, row, StoredRow.Json.StoredRound, round.Mark)], cancellationToken)
                is WriteOutcome.Written written
            ? round with
            {
                Mark = written.ETags[0],
            }
            : null;
    }
}
