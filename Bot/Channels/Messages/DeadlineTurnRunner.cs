using AgaBot.Channels.Connector;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Messages;

/// <summary>
/// Runs turns whose replies leave by a connector, and comes back in the time that the channel has. A turn that takes longer goes on:
/// safe after its commit, its replies leave by themselves; not safe yet, the channel is asked to deliver again, and finds it taken.
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
        // A turn that has begun is brought to its end, also where the caller hangs up: it is short, and half of it is no use.
        Task<TurnResult> turn = turns.RunAsync(request, connector, CancellationToken.None).AsTask();
        // Not waited for: it is no use late, and its failure tells nothing that the replies' own will not.
        _ = TypeMeanwhileAsync(AllAsync(turn), request.Reference);
        if (!await EndsWithinAsync(turn, options.Value.AnswerWithin))
        {
            ConnectorLog.AnsweredEarly(logger);
            return new TurnResult.Unavailable();
        }
        TurnResult result = await turn;
        await WaitForRepliesAsync(result);
        return result;
    }

    /// <summary>Waits for the replies of a turn that is safe, but not for a connector that is slow or gone: then they leave by themselves.</summary>
    public async ValueTask WaitForRepliesAsync(TurnResult result) => await EndsWithinAsync(result.Sending, options.Value.SentWithin);

    /// <summary>Waits for what a turn needs; where it takes longer, the person sees that the bot is at work.</summary>
    public async ValueTask<T> WaitShowingTypingAsync<T>(Task<T> needed, ConversationReference reference)
    {
        _ = TypeMeanwhileAsync(needed, reference);
        return await needed;
    }

    private async Task TypeMeanwhileAsync(Task task, ConversationReference reference)
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
