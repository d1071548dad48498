using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgaBot.Plans;
using AgaBot.Storage.Sqlite;
using AgaBot.Turns.Diagnostics;
using Microsoft.Extensions.Options;

namespace AgaBot.Storage.Setup;

/// <summary>
/// Looks after the SQLite file in the background (docs/decisions/0039): checks it at start and once a week, empties the write-ahead log and
/// gives free pages back every few minutes and after an erasure, and writes the file anew in the night after an erasure. Table Storage
/// needs none of this.
/// </summary>
internal sealed class StoreCare(
    IEntityStore store,
    ErasedBytes erased,
    StoreHealth health,
    StoreMetrics metrics,
    IOptions<StorageOptions> options,
    TimeProvider time,
    ILogger<StoreCare> logger
) : BackgroundService
{
    private const string Partition = "upkeep";

    /// <summary>The row says that a person was erased since the file was written anew.</summary>
    private const string RewriteDue = "rewrite";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>Until a log that somebody still reads is tried again.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan CheckEvery = TimeSpan.FromDays(7);

    private DateTimeOffset checkedAt;
    private DateOnly? rewroteOn;

    /// <summary>Checks the file, in the background: turns do not wait.</summary>
    public void Check(SqliteUpkeep upkeep, CancellationToken cancellationToken)
    {
        checkedAt = time.GetUtcNow();
        string? damage = upkeep.FindDamage(cancellationToken);
        health.Keep(damage, checkedAt);
        metrics.Checked(isDamaged: damage is not null);
        if (damage is null)
            StoreLog.Sound(logger);
        else
            StoreLog.Damaged(logger, damage);
    }

    /// <returns>Whether everything was done; false while somebody reads an older state.</returns>
    public async ValueTask<bool> PassAsync(SqliteUpkeep upkeep, bool afterErasure, CancellationToken cancellationToken)
    {
        if (afterErasure)
            await NoteAsync(cancellationToken);
        if ((time.GetUtcNow() - checkedAt).Duration() >= CheckEvery)
            Check(upkeep, cancellationToken);
        await RewriteAtNightAsync(upkeep, cancellationToken);
        metrics.GaveBack(upkeep.Shrink(cancellationToken));
        return upkeep.TruncateLog();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (store is not SqliteStore { Upkeep: var upkeep })
            return;
        try
        {
            bool done = await TryAsync(() => First(upkeep, stoppingToken));
            while (!stoppingToken.IsCancellationRequested)
            {
                bool afterErasure = await erased.WaitAsync(done ? Every : Again, time, stoppingToken);
                done = await TryAsync(() => PassAsync(upkeep, afterErasure, stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start checks the file and goes on.
        }
    }

    private ValueTask<bool> First(SqliteUpkeep upkeep, CancellationToken cancellationToken)
    {
        Check(upkeep, cancellationToken);
        return ValueTask.FromResult(upkeep.TruncateLog());
    }

    private async ValueTask<bool> TryAsync(Func<ValueTask<bool>> pass)
    {
        try
        {
            return await pass();
        }
        // Any exception, e.g. a store that is down: the next pass tries again, and the app goes on.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            StoreLog.CareBroke(logger, fault);
            return true;
        }
    }

    private async ValueTask NoteAsync(CancellationToken cancellationToken)
    {
        byte[] at = Encoding.ASCII.GetBytes(time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        // A conflict means that the row is there already.
        await store.WriteAsync(Partition, [new EntityWrite.Insert(RewriteDue, at)], cancellationToken);
    }

    private async ValueTask RewriteAtNightAsync(SqliteUpkeep upkeep, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (!LimaCalendar.IsDeepNight(now) || rewroteOn == LimaCalendar.DayOf(now))
            return;
        Entity? due = await store.GetAsync(Partition, RewriteDue, cancellationToken);
        if (due is null && !upkeep.CannotShrink())
            return;

        rewroteOn = LimaCalendar.DayOf(now);
        if (FindObstacle(upkeep.Path) is { } obstacle)
        {
            StoreLog.NotRewritten(logger, obstacle);
            return;
        }
        upkeep.Rewrite(cancellationToken);
        StoreLog.Rewritten(logger);
        ImmutableArray<EntityWrite> done = due is null ? [] : [new EntityWrite.Delete(RewriteDue, due.ETag)];
        if (!done.IsEmpty)
            await store.WriteAsync(Partition, done, cancellationToken);
    }

    private string? FindObstacle(string path)
    {
        long size = new FileInfo(path).Length;
        long most = options.Value.Sqlite.RewriteMegabytes * 1024L * 1024L;
        if (size > most)
            return $"it is larger than Storage:Sqlite:RewriteMegabytes ({options.Value.Sqlite.RewriteMegabytes})";
        // The new file stands in a temporary file and in the log before it replaces the old one.
        return new DriveInfo(path).AvailableFreeSpace < 3 * size ? "the disk has less room than three times the file" : null;
    }
}
