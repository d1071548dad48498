using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Turns.Background;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Queues;

/// <summary>Takes work off the queue and has it done: in the background, a few pieces at once, and none at the start.</summary>
internal sealed class WorkLoop(
    IWorkQueue queue,
    IEnumerable<IWorker> workers,
    IOptions<WorkOptions> options,
    TurnMetrics metrics,
    TimeProvider time,
    ILogger<WorkLoop> logger
) : BackgroundService
{
    private const int AtOnce = 16;

    /// <summary>Longer than any piece takes: an instance that dies with it keeps it from the others no longer.</summary>
    private static readonly TimeSpan HiddenFor = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly FrozenDictionary<string, IWorker> byKind = workers.ToFrozenDictionary(
        static worker => worker.Kind,
        StringComparer.Ordinal
    );

    /// <summary>Does all that is due.</summary>
    public async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        ImmutableArray<TakenWork> taken;
        do
        {
            taken = await queue.TakeAsync(AtOnce, HiddenFor, cancellationToken);
            await Task.WhenAll(taken.Select(work => DoAsync(work, cancellationToken)));
        } while (taken.Length == AtOnce);
    }

    /// <summary>What was taken and is not done when the app stops is handed out again.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        PeriodicLoop.RunAsync(options.Value.LookEvery, time, LookAsync, stoppingToken);

    private async ValueTask LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PassAsync(cancellationToken);
            QueueDepth depth = await queue.CountAsync(cancellationToken);
            metrics.Queued(depth.Waiting, depth.SetAside);
        }
        catch (StoreUnavailableException gone)
        {
            TurnLog.QueueGone(logger, gone);
        }
    }

    private async Task DoAsync(TakenWork work, CancellationToken cancellationToken)
    {
        try
        {
            switch (await TryAsync(work, cancellationToken))
            {
                case WorkOutcome.Done:
                    await queue.CompleteAsync(work, cancellationToken);
                    metrics.Worked(work.Item.Kind, "done");
                    break;
                case WorkOutcome.Later later:
                    // Anew, so that waiting is not counted as failing.
                    await queue.PutAsync(work.Item, later.Delay, cancellationToken);
                    await queue.CompleteAsync(work, cancellationToken);
                    metrics.Worked(work.Item.Kind, "later");
                    break;
                case null when work.Times >= options.Value.MostTries:
                    await queue.SetAsideAsync(work, cancellationToken);
                    metrics.Worked(work.Item.Kind, "set-aside");
                    TurnLog.WorkSetAside(logger, work.Item.Kind, work.Item.Key, work.Times);
                    break;
                case null:
                    await queue.PutBackAsync(work, PauseAfter(work.Times), cancellationToken);
                    metrics.Worked(work.Item.Kind, "failed");
                    break;
                default:
                    throw new UnreachableException();
            }
        }
        catch (StoreUnavailableException gone)
        {
            // It is handed out again, and what was done of it is done once.
            TurnLog.QueueGone(logger, gone);
        }
    }

    /// <returns>Null where it broke.</returns>
    private async ValueTask<WorkOutcome?> TryAsync(TakenWork work, CancellationToken cancellationToken)
    {
        if (!byKind.TryGetValue(work.Item.Kind, out IWorker? worker))
        {
            // A newer version beside this one may know it.
            TurnLog.WorkUnknown(logger, work.Item.Kind);
            return null;
        }
        try
        {
            return await worker.DoAsync(work.Item.Key, cancellationToken);
        }
        catch (StoreUnavailableException gone)
        {
            TurnLog.QueueGone(logger, gone);
            return new WorkOutcome.Later(PauseAfter(work.Times));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            TurnLog.WorkBroke(logger, work.Item.Kind, work.Item.Key, work.Times, fault);
            return null;
        }
    }

    private static TimeSpan PauseAfter(int times) =>
        TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(times - 1, 20)));
}
