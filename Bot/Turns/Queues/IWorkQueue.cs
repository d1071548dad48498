using System.Collections.Immutable;
using AgaBot.Turns.Persistence;

namespace AgaBot.Turns.Queues;

/// <summary>
/// Stores work that outlives a turn until it is done. The queue may hand out an item more than once and in any order: a worker must be
/// idempotent.
/// </summary>
/// <exception cref="StoreUnavailableException">Any member, when the queue cannot be reached.</exception>
public interface IWorkQueue
{
    /// <param name="delay">The item is not handed out before; 0 to <see cref="QueueLimits.LongestDelay"/>.</param>
    ValueTask PutAsync(WorkItem item, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Takes items that are due. An item that is neither completed nor put back in time is handed out again.</summary>
    /// <param name="limit">1 to <see cref="QueueLimits.MostAtOnce"/>.</param>
    /// <param name="hiddenFor">Time in which an item is handed out to nobody else; 1 s to <see cref="QueueLimits.LongestDelay"/>.</param>
    ValueTask<ImmutableArray<TakenWork>> TakeAsync(int limit, TimeSpan hiddenFor, CancellationToken cancellationToken);

    /// <summary>Removes an item that was done.</summary>
    /// <returns>False where the item was handed out again because its time was over, or where it is gone.</returns>
    ValueTask<bool> CompleteAsync(TakenWork work, CancellationToken cancellationToken);

    /// <summary>Hands out an item again after <paramref name="delay"/>, because it could not be done.</summary>
    /// <returns>False as with <see cref="CompleteAsync"/>.</returns>
    ValueTask<bool> PutBackAsync(TakenWork work, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Gives an item up: it is not handed out any more, and is kept for operators.</summary>
    /// <returns>False as with <see cref="CompleteAsync"/>.</returns>
    ValueTask<bool> SetAsideAsync(TakenWork work, CancellationToken cancellationToken);

    /// <summary>Approximate number of items: a cloud service counts them only from time to time.</summary>
    ValueTask<QueueDepth> CountAsync(CancellationToken cancellationToken);
}

/// <summary>
/// A piece of work. It holds only an id; the worker reads everything else when it does the work. So nothing in the queue becomes outdated,
/// and no personal data wait in it.
/// </summary>
/// <param name="Kind">
/// The <see cref="IWorker.Kind"/> of the worker. 1 to <see cref="QueueLimits.LongestWord"/> characters of printable ASCII.
/// </param>
/// <param name="Key">An id; the same length and characters.</param>
public sealed record WorkItem(string Kind, string Key);

/// <param name="Times">How often the item was handed out, this time included.</param>
/// <param name="Receipt">The queue's id of this hand-out; opaque.</param>
public sealed record TakenWork(WorkItem Item, int Times, string Receipt);

/// <param name="Waiting">Includes items that are not due and items that a worker has.</param>
public sealed record QueueDepth(long Waiting, long SetAside);

/// <summary>Limits that both queue adapters accept.</summary>
public static class QueueLimits
{
    public const int MostAtOnce = 32;

    /// <summary>Maximum length of a kind or a key, in characters.</summary>
    public const int LongestWord = 120;

    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);
}
