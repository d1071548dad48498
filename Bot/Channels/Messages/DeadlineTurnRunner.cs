using AgaBot.Channels.Connector;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Messages;

/// <summary>
/// Runs turns whose replies a connector sends, and returns within the time limit of the channel. A turn that takes longer continues. If it
/// is committed by then, its replies are sent in the background; otherwise the channel is asked to deliver the activity again, and the
/// redelivery finds the turn done.
/// </summary>
internal sealed class DeadlineTurnRunner(
    ITurnRunner turns,
    ConnectorSender connector,
    IOptions<ConnectorOptions> options,
    TimeProvider time,
    ILogger<DeadlineTurnRunner> logger
)
{
    public async ValueTask<TurnResult> RunAsync(TurnRequest request)
    {
        // A turn is not cancelled when the caller disconnects: it is short, and half a turn is of no use.
        Task<TurnResult> turn = turns.RunAsync(request, connector, CancellationToken.None).AsTask();
        // Not awaited: a late typing indicator is useless, and the replies report the same failure.
        _ = ShowTypingAsync(AllAsync(turn), request.Reference);
        if (!await EndsWithinAsync(turn, options.Value.AnswerWithin))
        {
            ConnectorLog.AnsweredEarly(logger);
            return new TurnResult.Unavailable();
        }
        TurnResult result = await turn;
        await WaitForRepliesAsync(result);
        return result;
    }

    /// <summary>
    /// Waits for the replies of a committed turn, up to <see cref="ConnectorOptions.SentWithin"/>. Later replies are sent in the
    /// background.
    /// </summary>
    public async ValueTask WaitForRepliesAsync(TurnResult result) => await EndsWithinAsync(result.Sending, options.Value.SentWithin);

    /// <summary>Waits for a task that a turn needs. If it takes long, the person sees the typing indicator.</summary>
    public async ValueTask<T> WaitShowingTypingAsync<T>(Task<T> needed, ConversationReference reference)
    {
        _ = ShowTypingAsync(needed, reference);
        return await needed;
    }

    private async Task ShowTypingAsync(Task task, ConversationReference reference)
    {
        if (!await EndsWithinAsync(task, options.Value.TypingAfter))
            await connector.TypeAsync(reference, CancellationToken.None);
    }

    private static async Task AllAsync(Task<TurnResult> turn)
    {
        TurnResult result = await turn;
        await result.Sending;
    }

    private async ValueTask<bool> EndsWithinAsync(Task task, TimeSpan limit)
    {
        if (!task.IsCompleted)
            await task.WaitAsync(limit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted;
    }
}
