using System.Collections.Concurrent;

namespace AgaBot.Channels.DirectLine.Conversations;

/// <summary>Notifies the streams of this instance that a conversation has new activities.</summary>
internal sealed class ActivityNotifier
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);

    /// <summary>Completes at the next notification. Call this before reading the log, so that no notification is missed.</summary>
    public Task NextActivityAsync(string conversationId) =>
        waiting.GetOrAdd(conversationId, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Notify(string conversationId)
    {
        if (waiting.TryRemove(conversationId, out TaskCompletionSource? waiter))
            waiter.SetResult();
    }
}
