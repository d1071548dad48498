using AgaBot.Turns.Persistence;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Retention;

/// <summary>Leases of periodic jobs: one instance at a time works on a job, and its progress is kept.</summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached.</exception>
public interface IJobLeases
{
    /// <summary>The lease of a job. The first lease of a job is recorded as finished now: a new store has no old rows.</summary>
    ValueTask<JobLease> FindAsync(string name, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Writes the lease. Null where another instance was faster.</summary>
    ValueTask<JobLease?> ChangeAsync(JobLease lease, CancellationToken cancellationToken);
}

/// <param name="Done">Slices of <see cref="IPeopleScan"/> that were processed since <paramref name="Began"/>.</param>
/// <param name="Until">The end of the lease: until then its holder works on the job, afterwards any instance may.</param>
/// <param name="Mark">The store's version of the row; opaque.</param>
public sealed record JobLease(string Name, DateTimeOffset Began, int Done, DateTimeOffset Until, string Mark);
