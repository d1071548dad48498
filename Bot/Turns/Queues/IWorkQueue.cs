using System.Collections.Immutable;
using AgaBot.Turns.Persistence;

namespace AgaBot.Turns.Queues;

/// <summary>
/// Keeps work that outlives a turn until it was done. It may be handed out more than once, in any order: whoever does it makes sure that
/// doing it again changes nothing.
/// </summary>
/// <exception cref="StoreUnavailableException">Any member, when the queue cannot be reached.</exception>
public interface IWorkQueue
{
    /// <param name="delay">Nobody gets it before; 0 to <see cref="QueueLimits.LongestDelay"/>.</param>
    ValueTask PutAsync(WorkItem item, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Takes what is due. What is neither completed nor put back in the time that it is hidden for is handed out again.</summary>
    /// <param name="limit">1 to <see cref="QueueLimits.MostAtOnce"/>.</param>
    /// <param name="hiddenFor">1 s to <see cref="QueueLimits.LongestDelay"/>.</param>
    ValueTask<ImmutableArray<TakenWork>> TakeAsync(int limit, TimeSpan hiddenFor, CancellationToken cancellationToken);

    /// <summary>It was done. False where its time was over and it was handed out again, or where it is gone.</summary>
    ValueTask<bool> CompleteAsync(TakenWork work, CancellationToken cancellationToken);

    /// <summary>It could not be done, and is handed out again after <paramref name="delay"/>. False as with <see cref="CompleteAsync"/>.</summary>
    ValueTask<bool> PutBackAsync(TakenWork work, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>It is given up: nobody gets it any more, and it is kept for whoever looks into it. False as with <see cref="CompleteAsync"/>.</summary>
    ValueTask<bool> SetAsideAsync(TakenWork work, CancellationToken cancellationToken);

    /// <summary>About as many as there are; a service counts them only now and then.</summary>
    ValueTask<QueueDepth> CountAsync(CancellationToken cancellationToken);
}

/// <summary>Something to be done. It says no more than what it is about: all else is read when it is done, so that nothing in it gets old, and no person's data wait in a queue.</summary>
/// <param name="Kind">Which <see cref="IWorker"/> does it.</param>
/// <param name="Key">An id; both are 1 to <see cref="QueueLimits.LongestWord"/> characters of printable ASCII.</param>
public sealed record WorkItem(string Kind, string Key);

/// <param name="Times">How often it was handed out, this time included.</param>
/// <param name="Receipt">By which the queue knows this time from others; opaque.</param>
public sealed record TakenWork(WorkItem Item, int Times, string Receipt);

/// <param name="Waiting">Also what is not due, and what somebody has.</param>
public sealed record QueueDepth(long Waiting, long SetAside);

/// <summary>What both adapters take: the narrower of the two decides.</summary>
public static class QueueLimits
{
    public const int MostAtOnce = 32;

    /// <summary>In characters.</summary>
    public const int LongestWord = 120;

    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);
}
