using AgaBot.Forms.Budgets;
using AgaBot.Plans.DocumentImport;

namespace AgaBot.Bench.Documents;

/// <summary>What reading one input cost.</summary>
/// <param name="Steps">Steps that were spent, and steps that were allowed.</param>
internal sealed record DocumentCost(string Name, int Sent, int Unpacked, ThreadUsage Usage, (long Spent, long Allowed) Steps)
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>Time of a mebibyte of what is sent or unpacked.</summary>
    public static readonly TimeSpan OfMebibyte = TimeSpan.FromMilliseconds(500);

    /// <summary>Time of any input, however small: opening a package takes some.</summary>
    public static readonly TimeSpan OfAny = TimeSpan.FromMilliseconds(25);

    /// <summary>Maximum time of an input, however large.</summary>
    public static readonly TimeSpan OfLargest = TimeSpan.FromSeconds(1);

    /// <summary>Maximum bytes that one reading holds at once.</summary>
    public const long MostHeld = 64 * 1024 * 1024;

    /// <summary>Bytes held at once. All that was allocated is an upper bound, and is measured only if it exceeds the limit.</summary>
    public long Held { get; private init; } = Usage.Allocated;

    /// <summary>The time that the input may take.</summary>
    public TimeSpan Limit => TimeSpan.FromTicks(Math.Min((OfAny + (OfMebibyte * (Unpacked / Mebibyte))).Ticks, OfLargest.Ticks));

    /// <summary>Time a mebibyte, without the time of any input.</summary>
    public double MillisecondsOfMebibyte => Math.Max(0, (Usage.Processor - OfAny).TotalMilliseconds) * Mebibyte / Unpacked;

    public bool IsOver => Usage.Processor > Limit || Held > MostHeld;

    /// <summary>Reads on the calling thread. What another process or the collector disturbed is read again.</summary>
    public static DocumentCost Of(HostileInput input)
    {
        DocumentCost least = Once(input);
        if (least.Held > MostHeld)
            least = least with { Held = HeldMemory.Of(() => input.Read(new ReadingBudget(DocumentLimits.Steps))) };
        for (int tries = 0; tries < 2 && least.IsOver; tries++)
        {
            DocumentCost again = Once(input);
            if (again.Usage.Processor < least.Usage.Processor)
                least = again with { Held = Math.Min(least.Held, again.Held) };
        }
        return least;
    }

    private static DocumentCost Once(HostileInput input)
    {
        var budget = new ReadingBudget(DocumentLimits.Steps);
        var before = ThreadUsage.Now();
        input.Read(budget);
        return new DocumentCost(input.Name, input.Sent.Length, input.Unpacked, ThreadUsage.Now() - before, (budget.Spent, budget.Allowed));
    }
}
