namespace AgaBot.Turns;

/// <summary>What is done again and again beside the turns, until the app stops.</summary>
internal static class Rounds
{
    /// <param name="every">The pause before each round, the first one included.</param>
    public static async Task GoAsync(
        TimeSpan every,
        TimeProvider time,
        Func<CancellationToken, ValueTask> round,
        CancellationToken stopping
    )
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
                await round(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What a round left is done by the next one, after the next start.
        }
    }
}
