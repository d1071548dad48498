using System.Runtime.InteropServices;

namespace AgaBot.Bench.Documents;

/// <summary>Processor time and allocated memory of the calling thread.</summary>
internal readonly record struct ThreadUsage(TimeSpan Processor, long Allocated)
{
    /// <summary>CLOCK_THREAD_CPUTIME_ID of Linux.</summary>
    private const int OfThread = 3;

    public static ThreadUsage Now()
    {
        if (clock_gettime(OfThread, out Time time) != 0)
            throw new InvalidOperationException("This system does not tell the processor time of a thread.");
        return new(
            TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0),
            GC.GetAllocatedBytesForCurrentThread()
        );
    }

    public static ThreadUsage operator -(ThreadUsage after, ThreadUsage before) =>
        new(after.Processor - before.Processor, after.Allocated - before.Allocated);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
