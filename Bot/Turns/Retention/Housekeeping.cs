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
/// (docs/decisions/0031).
/// </summary>
internal sealed class Housekeeping(
    IJobLeases leases,
    IPeopleScan people,
    ExpiredData expired,
    IKeptFiles files,
    ILinkOffers offers,
    IOptions<RetentionOptions> retention,
    TimeProvider time,
    ILogger<Housekeeping> logger
) : BackgroundService
{
    private const string LeaseName = "people";

    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Pause between two portions, and before the first one after a start.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Portion = TimeSpan.FromSeconds(20);

    /// <summary>Time for which a portion is reserved for one instance. Afterwards another instance may continue.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(30);

    /// <summary>Does a portion, where one is due and no other instance works on it.</summary>
    public async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        JobLease lease = await leases.FindAsync(LeaseName, now, cancellationToken);
        if (lease.Done == IPeopleScan.Slices)
            lease = lease with { Began = now, Done = 0, Until = lease.Began + Every };
        if (lease.Until > now || await leases.ChangeAsync(lease with { Until = now + Claim }, cancellationToken) is not { } mine)
            return;

        if (mine.Done == 0)
        {
            await files.SweepAsync(now.AddDays(-retention.Value.FileDays), cancellationToken);
            await offers.SweepAsync(now.AddDays(-retention.Value.LinkCodeDays), cancellationToken);
        }
        int slice = mine.Done;
        for (long begun = time.GetTimestamp(); slice < IPeopleScan.Slices && time.GetElapsedTime(begun) < Portion; slice++)
        {
            await foreach (KeptPerson person in people.ReadAsync(slice, cancellationToken))
                await TryOrSkipAsync(person, now, cancellationToken);
        }
        await leases.ChangeAsync(mine with { Done = slice, Until = now }, cancellationToken);
        if (slice == IPeopleScan.Slices)
            TurnLog.RoundEnded(logger, expired.Conversations, expired.Drafts, expired.Reminders);
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
    private async ValueTask TryOrSkipAsync(KeptPerson kept, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await expired.DeleteAsync(kept, now, cancellationToken);
        }
        catch (Exception fault) when (fault is not (StoreUnavailableException or OperationCanceledException))
        {
            TurnLog.HousekeepingBroke(logger, fault);
        }
    }
}
