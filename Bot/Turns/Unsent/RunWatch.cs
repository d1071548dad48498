using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Unsent;

/// <summary>Holds the mark of this run: written while the bot starts, kept fresh while it lives, and taken away when it ends in order.</summary>
internal sealed class RunWatch(IRunMarks marks, IOptions<OutboxOptions> options, TimeProvider time, ILogger<RunWatch> logger)
    : IHostedService
{
    private readonly string run = Guid.NewGuid().ToString("N");
    private RunMark? mine;
    private bool leftOpen;

    /// <summary>Ends when the mark was written, or could not be: no turn is committed before. Long over by the first one.</summary>
    public Task Begun { get; private set; } = Task.CompletedTask;

    public bool IsMine(RunMark mark) => mark.Run == run;

    /// <summary>Something is left that nothing tells of: the mark stays, so that the next start looks for it.</summary>
    public void LeaveOpen() => leftOpen = true;

    public async ValueTask RenewAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (mine is { } mark && mark.Until - now > options.Value.DeadAfter / 2)
            return;
        DateTimeOffset until = now + options.Value.DeadAfter;
        // Somebody took this run for dead: it begins again.
        mine =
            (mine is null ? null : await marks.ChangeAsync(mine with { Until = until }, cancellationToken))
            ?? await marks.BeginAsync(run, until, cancellationToken);
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
        // Once: a host may stop its services twice, and the store is closed by then.
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
