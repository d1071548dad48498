namespace AgaBot.Bench.Faults;

/// <summary>
/// Kills an instance at a random moment after the people are answered again, and has it started again at once; now and then before it listens.
/// </summary>
internal sealed class Killer(Fleet fleet, Wire wire, Random random)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(400);

    public async Task RunAsync(int kills, CancellationToken cancellationToken)
    {
        for (int killed = 0; killed < kills; killed++)
        {
            int instance = random.Next(fleet.Count);
            if (random.Next(20) > 0)
            {
                int taken = wire.Taken;
                await fleet.ListensAsync(instance, cancellationToken);
                // Not by the clock alone: on a machine with much else to do, nothing would be under way yet.
                while (wire.Taken == taken)
                    await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
            }
            await Task.Delay(LongestLife * random.NextDouble(), cancellationToken);
            await fleet.KillAsync(instance);
            if ((killed + 1) % 50 == 0)
                await Console.Error.WriteLineAsync($"{killed + 1} kills");
        }
        for (int instance = 0; instance < fleet.Count; instance++)
            await fleet.ListensAsync(instance, cancellationToken);
    }
}
