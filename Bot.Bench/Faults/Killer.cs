namespace AgaBot.Bench.Faults;

/// <summary>
/// Kills an instance at a random moment after so many turns of the people, and has it started again at once; now and then before it
/// listens.
/// </summary>
internal sealed class Killer(Fleet fleet, Wire wire, Random random)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(400);

    /// <summary>Maximum number of turns before a kill. Counting turns, a run on a busy machine tests as much as on an idle one.</summary>
    private const int MostTurns = 30;

    public async Task RunAsync(int kills, CancellationToken cancellationToken)
    {
        for (int killed = 0; killed < kills; killed++)
        {
            int instance = random.Next(fleet.Count);
            if (random.Next(20) > 0)
            {
                int enough = wire.Taken + random.Next(1, MostTurns + 1);
                await fleet.ListensAsync(instance, cancellationToken);
                while (wire.Taken < enough)
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
