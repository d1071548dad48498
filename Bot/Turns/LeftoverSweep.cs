using AgaBot.Plans.Linking;

namespace AgaBot.Turns;

/// <summary>
/// Throws away what is of no more use: the files that people sent, a week after, when what was read of them stands in the drafts; and the
/// codes by which people link, a day after they ended.
/// </summary>
internal sealed class LeftoverSweep(IKeptFiles files, ILinkOffers offers, TimeProvider time, ILogger<LeftoverSweep> logger) : BackgroundService
{
    /// <summary>Long enough for somebody who is asked for consent on a Friday and gives it on Monday.</summary>
    internal static readonly TimeSpan Age = TimeSpan.FromDays(7);

    /// <summary>A turn that took a code and broke off finds it, when its channel delivers it again.</summary>
    private static readonly TimeSpan AfterCodesEnd = TimeSpan.FromDays(1);

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.GoAsync(Pause, time, SweepAsync, stoppingToken);

    private async ValueTask SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await files.SweepAsync(time.GetUtcNow() - Age, cancellationToken);
            await offers.SweepAsync(time.GetUtcNow() - AfterCodesEnd, cancellationToken);
        }
        catch (StoreUnavailableException gone)
        {
            TurnLog.SweepLost(logger, gone);
        }
    }
}
