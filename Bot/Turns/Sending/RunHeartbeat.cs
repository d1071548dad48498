using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Sending;

/// <summary>Writes the mark of this run while the bot starts, renews it while the bot runs, and deletes it at an orderly end.</summary>
internal sealed class RunHeartbeat(IRunMarks marks, IOptions<OutboxOptions> options, TimeProvider time, ILogger<RunHeartbeat> logger)
    : IHostedService
{
    private readonly string run = Guid.NewGuid().ToString("N");
    private RunMark? mine;
    private bool leftOpen;

    /// <summary>
    /// Completes when the mark was written or the write failed. No turn commits before; normally it has completed by then.
    /// </summary>
    public Task Begun { get; private set; } = Task.CompletedTask;

    public bool IsMine(RunMark mark) => mark.Run == run;

    /// <summary>Keeps the mark at the end of the run, so that the next run searches for unsent replies that no note tells of.</summary>
    public void LeaveOpen() => leftOpen = true;

    public async ValueTask RenewAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        // Beyond the whole time, the mark was written while the clock was ahead.
        if (mine is { } mark && mark.Until - now > options.Value.DeadAfter / 2 && mark.Until - now <= options.Value.DeadAfter)
            return;
        DateTimeOffset until = now + options.Value.DeadAfter;
        RunMark? renewed = mine is null ? null : await marks.ChangeAsync(mine with { Until = until }, cancellationToken);
        // Another instance took this run for interrupted and ended its mark: write a new one.
        mine = renewed ?? await marks.BeginAsync(run, until, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Begun = BeginAsync();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Begun;
        if (mine is not { } mark || leftOpen)
            return;
        // Only once: a host may stop its services twice, and the store is closed by then.
        mine = null;
        try
        {
            await marks.EndAsync(mark, cancellationToken);
        }
        catch (StoreUnavailableException gone)
        {
            TurnLog.RunMarkLost(logger, gone);
        }
    }

    private async Task BeginAsync()
    {
        try
        {
            await RenewAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException gone)
        {
            TurnLog.RunMarkLost(logger, gone);
        }
    }
}
