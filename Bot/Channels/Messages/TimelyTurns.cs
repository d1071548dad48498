using AgaBot.Channels.Connector;
using AgaBot.Turns;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Messages;

/// <summary>
/// Runs turns whose replies leave by a connector, and comes back in the time that the channel has. A turn that takes longer goes on:
/// safe after its commit, its replies leave by themselves; not safe yet, the channel is asked to deliver again, and finds it taken.
/// </summary>
internal sealed class TimelyTurns(
    ITurnRunner turns, ConnectorSender connector, IOptions<ConnectorOptions> options, TimeProvider time, ILogger<TimelyTurns> logger)
{
    public async ValueTask<TurnResult> RunAsync(TurnRequest request)
    {
        // A turn that has begun is brought to its end, also where the caller hangs up: it is short, and half of it is no use.
        Task<TurnResult> turn = turns.RunAsync(request, connector, CancellationToken.None).AsTask();
        Task all = AllAsync(turn);
        if (!await EndsWithinAsync(all, options.Value.TypingAfter))
        {
            // Not waited for: it is no use late, and its failure tells nothing that the replies' own will not.
            _ = connector.TypeAsync(request.Reference, CancellationToken.None);
            await EndsWithinAsync(all, options.Value.AnswerWithin);
        }
        if (turn.IsCompleted)
            return await turn;
        ConnectorLog.AnsweredEarly(logger);
        return new TurnResult.Unavailable();
    }

    /// <summary>Waits for what a turn needs; where it takes longer, the person sees that the bot is at work.</summary>
    public async ValueTask<T> BeforeAsync<T>(Task<T> needed, ConversationReference reference)
    {
        if (!await EndsWithinAsync(needed, options.Value.TypingAfter))
            _ = connector.TypeAsync(reference, CancellationToken.None);
        return await needed;
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
