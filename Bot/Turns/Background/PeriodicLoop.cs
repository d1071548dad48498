namespace AgaBot.Turns.Background;

/// <summary>Runs work of a background service again and again until the app stops.</summary>
internal static class PeriodicLoop
{
    /// <param name="every">The pause before each pass, also before the first.</param>
    public static async Task RunAsync(
        TimeSpan every,
        TimeProvider time,
        Func<CancellationToken, ValueTask> pass,
        CancellationToken stopping
    )
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
                await pass(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What an interrupted pass left is done by a pass after the next start.
        }
    }
}
