namespace AgaBot.Plans.Hosting;

/// <summary>Reads the plan's entities beside the start: the start does not wait for them, nor does anybody's first list, and a wrong file stops the bot.</summary>
internal sealed class EntityPreload(Plan plan) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        plan.Entities.Read();
        return Task.CompletedTask;
    }
}
