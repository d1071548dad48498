namespace AgaBot.Plans.Hosting;

/// <summary>
/// Reads the entities of the plan in the background, so that neither the start nor the first list waits for them. An invalid file stops the
/// bot.
/// </summary>
internal sealed class EntityPreload(Plan plan) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        plan.Entities.Read();
        return Task.CompletedTask;
    }
}
