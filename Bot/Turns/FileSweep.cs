namespace AgaBot.Turns;

/// <summary>Throws away the files that people sent, a week after: what was read of them stands in the drafts by then.</summary>
internal sealed class FileSweep(IKeptFiles files, TimeProvider time, ILogger<FileSweep> logger) : BackgroundService
{
    /// <summary>Long enough for somebody who is asked for consent on a Friday and gives it on Monday.</summary>
    internal static readonly TimeSpan Age = TimeSpan.FromDays(7);

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start sweeps what is left.
        }
    }

    private async ValueTask SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await files.SweepAsync(time.GetUtcNow() - Age, cancellationToken);
        }
        catch (StoreUnavailableException gone)
        {
            TurnLog.SweepLost(logger, gone);
        }
    }
}
