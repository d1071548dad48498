using System.Globalization;
using AgaBot.Plans.Retention;
using AgaBot.Turns.Diagnostics;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Retention;

/// <summary>
/// Halts the deletion of expired data where the clock has jumped or a round would delete an unusual part of all data, until the operator
/// confirms with <c>retention confirm</c> (docs/decisions/0039).
/// </summary>
internal sealed class RetentionBrake(
    IOptions<RetentionOptions> retention,
    StoreMetrics metrics,
    TimeProvider time,
    ILogger<RetentionBrake> logger
)
{
    /// <summary>A halt is logged when it begins, and then once in this time.</summary>
    private static readonly TimeSpan ToldEvery = TimeSpan.FromDays(1);

    /// <summary>A clock that stays behind for this time is right, and the time last seen was wrong.</summary>
    private static readonly TimeSpan BehindFor = TimeSpan.FromDays(1);

    /// <summary>For this time the operator's confirmation permits a round.</summary>
    private static readonly TimeSpan ConfirmedFor = TimeSpan.FromDays(2);

    private DateTimeOffset? behindSince;
    private long? toldAt;

    private RetentionOptions Options => retention.Value;

    /// <summary>Whether the clock agrees with the time last seen, also by a run before this one.</summary>
    public bool ClockIsRight(DateTimeOffset seen, DateTimeOffset now)
    {
        TimeSpan gap = TimeSpan.FromDays(Options.ClockGapDays);
        if (now - seen > gap)
        {
            Halt(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the clock says {now:yyyy-MM-dd HH:mm} UTC and was last seen at {seen:yyyy-MM-dd HH:mm}, "
                        + $"more than Retention:ClockGapDays ({Options.ClockGapDays}) before"
                )
            );
            return false;
        }
        if (seen - now <= gap)
        {
            behindSince = null;
            return true;
        }
        // Deleting by a clock that is behind is late and not early. A clock may be behind for minutes after the machine has started.
        behindSince ??= now;
        return now - behindSince >= BehindFor;
    }

    /// <summary>Whether the round may delete what it has counted.</summary>
    public bool MayDelete(RoundCount count, DateTimeOffset? confirmed, DateTimeOffset now)
    {
        bool isUnusual = count.Expired >= Options.HaltRows && count.Expired * 100L > count.Kept * (long)Options.HaltPercent;
        if (!isUnusual || (confirmed is { } at && (now - at).Duration() <= ConfirmedFor))
        {
            Release();
            return true;
        }
        Halt(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the round would delete {count.Expired} of {count.Kept} conversations and drafts, "
                    + $"more than Retention:HaltPercent ({Options.HaltPercent} %)"
            )
        );
        return false;
    }

    private void Release()
    {
        toldAt = null;
        metrics.RetentionHalted(isHalted: false);
    }

    private void Halt(string reason)
    {
        metrics.RetentionHalted(isHalted: true);
        if (toldAt is { } last && time.GetElapsedTime(last) < ToldEvery)
            return;
        toldAt = time.GetTimestamp();
        StoreLog.RetentionHalted(logger, reason);
    }
}
