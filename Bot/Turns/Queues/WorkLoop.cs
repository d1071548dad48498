using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Turns.Background;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Queues;

/// <summary>Takes work from the queue and has workers do it: in the background, several items at once.</summary>
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

    /// <summary>Longer than any item takes. The items of an instance that dies are handed out again after this time.</summary>
    private static readonly TimeSpan HiddenFor = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private readonly FrozenDictionary<string, IWorker> byKind = workers.ToFrozenDictionary(
        static worker => worker.Kind,
        StringComparer.Ordinal
    );

    /// <summary>Does all work that is due.</summary>
    public async ValueTask PassAsync(CancellationToken cancellationToken)
    {
        ImmutableArray<TakenWork> taken;
        do
        {
            taken = await queue.TakeAsync(AtOnce, HiddenFor, cancellationToken);
            await Task.WhenAll(taken.GroupBy(static work => work.Item).Select(same => DoAllAsync(same, cancellationToken)));
        } while (taken.Length == AtOnce);
    }

    /// <summary>The same work, put in twice, is done one after the other: the second time finds what the first did.</summary>
    private async Task DoAllAsync(IEnumerable<TakenWork> same, CancellationToken cancellationToken)
    {
        foreach (TakenWork work in same)
            await DoAsync(work, cancellationToken);
    }

    /// <summary>Work that is not done when the app stops is handed out again.</summary>
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
                    // A new item, so that waiting does not count as a failed try.
                    await queue.PutAsync(work.Item, later.Delay, cancellationToken);
                    await queue.CompleteAsync(work, cancellationToken);
                    metrics.Worked(work.Item.Kind, "later");
                    break;
                case null:
                    await FailAsync(work, cancellationToken);
                    break;
            }
        }
        catch (StoreUnavailableException gone)
        {
            // The item is handed out again. Workers are idempotent.
            TurnLog.QueueGone(logger, gone);
        }
    }

    private async ValueTask FailAsync(TakenWork work, CancellationToken cancellationToken)
    {
        if (work.Times >= options.Value.MostTries)
        {
            await queue.SetAsideAsync(work, cancellationToken);
            metrics.Worked(work.Item.Kind, "set-aside");
            TurnLog.WorkSetAside(logger, work.Item.Kind, work.Item.Key, work.Times);
        }
        else
        {
            await queue.PutBackAsync(work, PauseAfter(work.Times), cancellationToken);
            metrics.Worked(work.Item.Kind, "failed");
        }
    }

    /// <returns>Null where the worker failed, or where no worker knows the kind.</returns>
    private async ValueTask<WorkOutcome?> TryAsync(TakenWork work, CancellationToken cancellationToken)
    {
        if (!byKind.TryGetValue(work.Item.Kind, out IWorker? worker))
        {
            // A newer version that runs beside this one may know the kind.
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
