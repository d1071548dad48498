using System.Collections.Immutable;
using System.Net.WebSockets;
using AgaBot.Channels.Admission;
using AgaBot.Channels.DirectLine.Conversations;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine.Activities;

/// <summary>
/// Streams a conversation to one page over a WebSocket. The stream reads the log as fast as the page receives, so nothing is queued for a
/// slow reader. The stream of a reader that is too slow is closed; the page reconnects with its watermark.
/// </summary>
internal sealed class ActivityStream(IActivityLog log, ActivityNotifier notifier, IOptions<AdmissionLimits> limits)
{
    /// <summary>Poll interval without a notification: the maximum delay of activities that another instance wrote.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    /// <summary>Number of polls without activities before an empty frame keeps the connection open: 20 s.</summary>
    private const int PollsPerKeepAlive = 10;

    private readonly TimeSpan slowReader = limits.Value.SlowReader;

    public async Task RunAsync(WebSocket socket, string conversationId, long watermark, CancellationToken cancellationToken)
    {
        using var open = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task closed = ListenAsync(socket, open);
        try
        {
            await SendAsync(socket, conversationId, watermark, open.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, open.Token);
            // Waits for the close frame of the page: cancelling the receive aborts the connection.
            await closed.WaitAsync(slowReader, open.Token);
        }
        catch (Exception gone)
            when (gone is OperationCanceledException or WebSocketException or StoreUnavailableException or TimeoutException)
        {
            // The page closed or was too slow, or the store is unavailable. The page reconnects with its watermark.
            socket.Abort();
        }
        finally
        {
            await open.CancelAsync();
            notifier.Notify(conversationId);
            await closed;
        }
    }

    /// <summary>Sends activities until the conversation ends.</summary>
    private async Task SendAsync(WebSocket socket, string conversationId, long after, CancellationToken cancellationToken)
    {
        for (int idlePolls = 0; ; idlePolls++)
        {
            Task notified = notifier.NextActivityAsync(conversationId);
            if (await log.FindAsync(conversationId, cancellationToken) is not LogState.Open open)
                return;
            if (open.Last > after)
            {
                ImmutableArray<LoggedEntry> entries = await log.ReadAsync(
                    conversationId,
                    after,
                    ActivitySetJson.MaxActivities,
                    cancellationToken
                );
                after = entries[^1].Place;
                await SendFrameAsync(socket, ActivitySetJson.Write(entries, after), cancellationToken);
                idlePolls = 0;
                continue;
            }
            if (idlePolls >= PollsPerKeepAlive)
            {
                await SendFrameAsync(socket, ReadOnlyMemory<byte>.Empty, cancellationToken);
                idlePolls = 0;
            }
            await Task.WhenAny(notified, Task.Delay(PollInterval, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task SendFrameAsync(WebSocket socket, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(slowReader);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, bounded.Token);
    }

    /// <summary>Waits for the end of the connection. Anything that the page sends is ignored.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource open)
    {
        byte[] ignored = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(ignored.AsMemory(), open.Token)).MessageType != WebSocketMessageType.Close) { }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The page disconnected without a close frame, or the server cancelled.
        }
        await open.CancelAsync();
    }
}
