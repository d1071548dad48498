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
/// <param name="Seen">The latest time that the clock showed and was found right.</param>
/// <param name="Count">What the round has counted; it deletes afterwards.</param>
/// <param name="Confirmed">When the operator permitted a round that the brake would halt.</param>
public sealed record JobLease(
    string Name,
    DateTimeOffset Began,
    int Done,
    DateTimeOffset Until,
    string Mark,
    DateTimeOffset Seen,
    RoundCount Count,
    DateTimeOffset? Confirmed
);

/// <param name="Slices">Slices of <see cref="IPeopleScan"/> that were counted.</param>
/// <param name="Kept">Conversations and drafts that are stored.</param>
/// <param name="Expired">Those of them whose period is over.</param>
public sealed record RoundCount(int Slices, int Kept, int Expired)
{
    public static RoundCount None { get; } = new(0, 0, 0);

    public bool IsComplete => Slices == IPeopleScan.Slices;
}
