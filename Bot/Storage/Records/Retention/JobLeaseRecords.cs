using AgaBot.Storage.Shapes;
using AgaBot.Turns.Retention;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Records.Retention;

/// <summary>Partition <c>rounds</c>, one row a job.</summary>
internal sealed class JobLeaseRecords(IEntityStore store) : IJobLeases
{
    private const string Partition = "rounds";

    public async ValueTask<JobLease> FindAsync(string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await store.FindAsync(Partition, name, StoredRow.Json.StoredJobLease, cancellationToken) is { } kept)
                return Lease(name, kept);
            var first = new StoredJobLease(StoredRow.Version, Began: now, IPeopleScan.Slices, Until: now, Seen: now);
            // Another instance may insert the row first: then that row is read.
            EntityWrite insert = StoreReads.Put(name, first, StoredRow.Json.StoredJobLease, before: null);
            await store.WriteAsync(Partition, [insert], cancellationToken);
        }
    }

    public async ValueTask<JobLease?> ChangeAsync(JobLease lease, CancellationToken cancellationToken)
    {
        var row = new StoredJobLease(
            StoredRow.Version,
            lease.Began,
            lease.Done,
            lease.Until,
            lease.Seen,
            new StoredRoundCount(lease.Count.Slices, lease.Count.Kept, lease.Count.Expired),
            lease.Confirmed
        );
        EntityWrite replace = StoreReads.Put(lease.Name, row, StoredRow.Json.StoredJobLease, lease.Mark);
        return await store.WriteAsync(Partition, [replace], cancellationToken) is WriteOutcome.Written written
            ? lease with
            {
                Mark = written.ETags[0],
            }
            : null;
    }

    private static JobLease Lease(string name, Kept<StoredJobLease> kept)
    {
        StoredJobLease row = kept.Value;
        RoundCount count = row.Count is { } counted ? new(counted.Slices, counted.Kept, counted.Expired) : RoundCount.None;
        return new JobLease(name, row.Began, row.Done, row.Until, kept.ETag, row.Seen ?? row.Began, count, row.Confirmed);
    }
}
