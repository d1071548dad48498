namespace AgaBot.Dialogs;

/// <summary>The wrong codes of one kind in one conversation.</summary>
/// <param name="Count">Wrong codes since the last right one.</param>
public sealed record WrongCodes(int Count, DateTimeOffset Last)
{
    /// <summary>Without another wrong code for this time, they are forgotten.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>
    /// The time to wait for the next try: one minute after the last free try, then twice as long each time, up to an hour.
    /// </summary>
    /// <param name="free">Wrong codes without a wait.</param>
    public static TimeSpan WaitAfter(WrongCodes? wrong, int free, DateTimeOffset now)
    {
        if (wrong is null || wrong.Count < free || now - wrong.Last >= Memory)
            return TimeSpan.Zero;
        TimeSpan wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(wrong.Count - free, 10)));
        TimeSpan left = (wait < LongestWait ? wait : LongestWait) - (now - wrong.Last);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    public static WrongCodes After(WrongCodes? before, DateTimeOffset now) =>
        new(before is null || now - before.Last >= Memory ? 1 : before.Count + 1, now);
}
