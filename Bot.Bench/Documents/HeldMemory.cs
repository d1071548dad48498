namespace AgaBot.Bench.Documents;

/// <summary>Measures the memory that a reading holds, by collecting again and again while it runs.</summary>
internal static class HeldMemory
{
    /// <summary>The most bytes that were held at once, beyond those that were held before.</summary>
    public static long Of(Action read)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        using var done = new ManualResetEventSlim();
        var watch = new Thread(() =>
        {
            while (!done.IsSet)
            {
                GC.Collect();
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
            }
        });
        watch.Start();
        read();
        done.Set();
        watch.Join();
        return most;
    }
}
