using AgaBot.Plans.Linking;
using AgaBot.Plans.Retention;
using AgaBot.Turns.Background;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.State;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Retention;

/// <summary>
/// Applies the periods of <see cref="RetentionOptions"/> to all participants once a day, a portion at a time and one instance at a time
/// (docs/decisions/0031). A round counts first, and deletes unless <see cref="RetentionBrake"/> halts it (docs/decisions/0039).
/// </summary>
internal sealed class Housekeeping(
    IJobLeases leases,
    IPeopleScan people,
    ExpiredData expired,
    IKeptFiles files,
    ILinkOffers offers,
    RetentionBrake brake,
    ILinkMemories links,
    IOptions<RetentionOptions> retention,
    TimeProvider time,
    ILogger<Housekeeping> logger
) : BackgroundService
{
    public const string LeaseName = "people";

    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>How far the clocks of two instances may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Until the time that the clock shows is stored again.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);

    /// <summary>Pause between two portions, and before the first one after a start.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Portion = TimeSpan.FromSeconds(20);

    /// <summary>Time for which a portion is reserved for one instance. Afterwards another instance may continue.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(30);

    /// <summary>Longer than any turn: what is remembered of a link outlives the turn that undoes the link.</summary>
    private static readonly TimeSpan LinkGrace = TimeSpan.FromHours(1);

    /// <summary>Does a portion, where one is due and no other instance works on it.</summary>
    public async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        JobLease lease = await leases.FindAsync(LeaseName, now, cancellationToken);
        if (!brake.ClockIsRight(lease.Seen, now))
            return;
        lease = Current(lease, now);
        bool isDue = lease.Until <= now;
        if (!isDue && (now - lease.Seen).Duration() < SeenEvery)
            return;
        JobLease next = isDue ? lease with { Until = now + Claim, Seen = now } : lease with { Seen = now };
        if (await leases.ChangeAsync(next, cancellationToken) is not { } mine || !isDue)
            return;

        long begun = time.GetTimestamp();
        mine = await CountAsync(mine, begun, cancellationToken);
        if (mine.Count.IsComplete)
            mine = await DeleteAsync(mine, begun, now, cancellationToken);
        await leases.ChangeAsync(mine with { Until = now }, cancellationToken);
    }

    /// <summary>
    /// The next round, where this one is finished. A lease of the future was written while the clock was ahead: the round begins anew.
    /// </summary>
    private static JobLease Current(JobLease lease, DateTimeOffset now)
    {
        bool isOfTheFuture = lease.Began > now + Skew || lease.Until > now + Every + Skew;
        if (!isOfTheFuture && lease.Done < IPeopleScan.Slices)
            return lease;
        DateTimeOffset due = isOfTheFuture ? now : lease.Began + Every;
        return due > now ? lease with { Until = due } : lease with { Began = now, Done = 0, Count = RoundCount.None, Until = due };
    }

    /// <summary>Counts first what the round would delete, so that a round is halted before it deletes the first row.</summary>
    private async ValueTask<JobLease> CountAsync(JobLease mine, long begun, CancellationToken cancellationToken)
    {
        RoundCount count = mine.Count;
        for (; !count.IsComplete && time.GetElapsedTime(begun) < Portion; count = count with { Slices = count.Slices + 1 })
        {
            await foreach (KeptPerson person in people.ReadAsync(count.Slices, cancellationToken))
                count = expired.Count(count, person, mine.Began);
        }
        return mine with { Count = count };
    }

    private async ValueTask<JobLease> DeleteAsync(JobLease mine, long begun, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!brake.MayDelete(mine.Count, mine.Confirmed, now))
            return mine with { Done = IPeopleScan.Slices };
        if (mine.Done == 0)
        {
            await files.SweepAsync(mine.Began.AddDays(-retention.Value.FileDays), cancellationToken);
            await offers.SweepAsync(mine.Began.AddDays(-retention.Value.LinkCodeDays), cancellationToken);
            await links.SweepAsync(mine.Began - LinkMemory.Life - LinkGrace, cancellationToken);
        }
        int slice = mine.Done;
        for (; slice < IPeopleScan.Slices && time.GetElapsedTime(begun) < Portion; slice++)
        {
            await foreach (KeptPerson person in people.ReadAsync(slice, cancellationToken))
                await TryOrSkipAsync(person, mine.Began, cancellationToken);
        }
        if (slice < IPeopleScan.Slices)
            return mine with { Done = slice };
        TurnLog.RoundEnded(logger, expired.Conversations, expired.Drafts, expired.Reminders);
        return mine with { Done = slice, Confirmed = null };
    }

    /// <summary>After a start, the round continues where it stopped.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => PeriodicLoop.RunAsync(Pause, time, SweepAsync, stoppingToken);

    private async ValueTask SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PassAsync(cancellationToken);
        }
        // Any exception, e.g. rows of a newer version: the next pass tries again, and the app goes on.
        catch (Exception lost) when (lost is not OperationCanceledException)
        {
            TurnLog.SweepLost(logger, lost);
        }
    }

    /// <summary>Skips a participant whose rows cannot be read, so that the others' data are deleted.</summary>
    private async ValueTask TryOrSkipAsync(KeptPerson kept, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            await expired.DeleteAsync(kept, at, cancellationToken);
        }
        catch (Exception fault) when (fault is not (StoreUnavailableException or OperationCanceledException))
        {
            TurnLog.HousekeepingBroke(logger, fault);
        }
    }
}
