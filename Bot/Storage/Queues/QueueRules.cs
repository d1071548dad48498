using AgaBot.Turns.Queues;

namespace AgaBot.Storage.Queues;

/// <summary>What a call must be before an adapter sees it, so that both refuse the same things in the same words.</summary>
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
