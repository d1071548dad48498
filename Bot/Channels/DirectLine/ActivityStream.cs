using System.Collections.Immutable;
using System.Net.WebSockets;
using AgaBot.Channels.DirectLine.Limits;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine;

/// <summary>
/// A conversation's stream to one page. It reads the log as fast as the page takes it, so nothing is queued for a slow reader;
/// one that takes nothing for long is closed and comes back with its watermark.
/// </summary>
internal sealed class ActivityStream(IActivityLog log, ActivityNotifier bells, IOptions<DirectLineLimits> limits)
{
    /// <summary>Between looks without a ring: what another instance wrote is seen this late at most.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Looks without news between two empty frames, which keep the connection open: 20 s.</summary>
    private const int LooksBetweenSignsOfLife = 10;

    private readonly TimeSpan slowReader = limits.Value.SlowReader;

    public async Task RunAsync(WebSocket socket, string conversationId, long watermark, CancellationToken cancellationToken)
    {
        using var open = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task hungUp = ListenAsync(socket, open);
        try
        {
            await SendAsync(socket, conversationId, watermark, open.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, open.Token);
            // Until the page has answered it: to stop listening breaks the connection off.
            await hungUp.WaitAsync(slowReader, open.Token);
        }
        catch (Exception gone)
            when (gone is OperationCanceledException or WebSocketException or StoreUnavailableException or TimeoutException)
        {
            // The page went away or took too long, or the store is gone: the page comes back with its watermark.
            socket.Abort();
        }
        finally
        {
            await open.CancelAsync();
            bells.Notify(conversationId);
            await hungUp;
        }
    }

    /// <summary>Until the conversation ends.</summary>
    private async Task SendAsync(WebSocket socket, string conversationId, long after, CancellationToken cancellationToken)
    {
        for (int quiet = 0; ; quiet++)
        {
            Task rung = bells.NextActivityAsync(conversationId);
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
                quiet = 0;
                continue;
            }
            if (quiet >= LooksBetweenSignsOfLife)
            {
                await SendFrameAsync(socket, ReadOnlyMemory<byte>.Empty, cancellationToken);
                quiet = 0;
            }
            await Task.WhenAny(rung, Task.Delay(Look, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task SendFrameAsync(WebSocket socket, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(slowReader);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, bounded.Token);
    }

    /// <summary>A page says nothing on its stream: whatever comes, only the end of it matters.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource open)
    {
        byte[] ignored = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(ignored.AsMemory(), open.Token)).MessageType != WebSocketMessageType.Close) { }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // Gone without a word, or closed by us: both are the end.
        }
        await open.CancelAsync();
    }
}
