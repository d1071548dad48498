using AgaBot.Turns.Queues;

namespace AgaBot.Storage.Queues;

/// <summary>Checks a call before an adapter runs it, so that all adapters refuse the same calls with the same message.</summary>
internal static class QueueRules
{
    public static void CheckItem(WorkItem item)
    {
        CheckWord(item.Kind);
        CheckWord(item.Key);
    }

    public static void CheckDelay(TimeSpan delay) => CheckSpan(delay, TimeSpan.Zero);

    public static void CheckTaking(int limit, TimeSpan hiddenFor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, QueueLimits.MostAtOnce);
        CheckSpan(hiddenFor, TimeSpan.FromSeconds(1));
    }

    private static void CheckSpan(TimeSpan span, TimeSpan least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span, QueueLimits.LongestDelay);
    }

    private static void CheckWord(string word)
    {
        if (word.Length is 0 or > QueueLimits.LongestWord || !word.All(static letter => letter is >= '!' and <= '~'))
            throw new ArgumentException(
                $"A word of a piece of work has 1 to {QueueLimits.LongestWord} printable characters of ASCII.",
                nameof(word)
            );
    }
}
