using System.Collections.Concurrent;

namespace AgaBot.Channels.DirectLine;

/// <summary>Wakes those who wait for something new in a conversation on this instance.</summary>
internal sealed class ActivityNotifier
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);

    /// <summary>Ends at the next ring. Take it before looking, so that nothing comes in between unheard.</summary>
    public Task NextActivityAsync(string conversationId) =>
        waiting.GetOrAdd(conversationId, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Notify(string conversationId)
    {
        if (waiting.TryRemove(conversationId, out TaskCompletionSource? bell))
            bell.SetResult();
    }
}
