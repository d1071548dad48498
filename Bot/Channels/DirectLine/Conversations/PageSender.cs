using System.Collections.Immutable;
using AgaBot.Channels.Protocol;
using AgaBot.Channels.Rendering;
using AgaBot.Dialogs.Inputs;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Channels.DirectLine.Conversations;

/// <summary>
/// Appends the replies of a turn to the activity log of a conversation on the page. The person's own activity is written together with the
/// replies, so that a failed turn leaves no message that looks sent. Appending an entry again changes nothing.
/// </summary>
internal sealed class PageSender(IActivityLog log, ActivityNotifier notifier, ReplyRenderer renderer, TimeProvider time, LogEntry? echo)
    : IReplySender
{
    private bool echoed = echo is null;

    public bool ShowsCards(ConversationReference to) => true;

    public bool Replaces(ConversationReference to) => true;

    public async ValueTask<Delivery> SendAsync(
        ConversationReference to,
        ImmutableArray<PendingReply> replies,
        CancellationToken cancellationToken
    )
    {
        ImmutableArray<LogEntry> entries = [.. replies.Select(reply => Entry(to, reply))];
        // Replies of an earlier turn come before the current activity of the person.
        if (echo is null || to.ReplyToId == echo.Key)
            await ShowAsync(to.ConversationId, entries, cancellationToken);
        else
            await AppendAsync(to.ConversationId, entries, cancellationToken);
        return new Delivery.Done([.. replies.Select(reply => new SentReply(reply.Id, ActivityId(to, reply.Id)))]);
    }

    /// <summary>Appends the person's activity if the turn had no replies.</summary>
    public ValueTask EchoAsync(string conversationId, CancellationToken cancellationToken) =>
        echoed ? ValueTask.CompletedTask : ShowAsync(conversationId, [], cancellationToken);

    public static string Timestamp(TimeProvider time) => Timestamp(time.GetUtcNow());

    private static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString("O");

    public static LogEntry Entry(Activity activity) => new(activity.Id!, ActivityJsonContext.Write(activity));

    /// <summary>
    /// A replacement of a card is appended under the id and time of the card. Web Chat then shows it in the place of the card, now and when
    /// the conversation is loaded again.
    /// </summary>
    private LogEntry Entry(ConversationReference to, PendingReply reply)
    {
        DateTimeOffset at = reply.Replaces?.At ?? reply.At;
        Activity activity = renderer.Render(to, reply) with
        {
            Id = ActivityId(to, reply.Replaces?.ReplyId ?? reply.Id),
            Timestamp = at == default ? Timestamp(time) : Timestamp(at),
        };
        LogEntry entry = Entry(activity) with { Key = ActivityId(to, reply.Id) };
        return reply.Code is { } code ? entry with { Later = Entry(Without(code, activity)).Content } : entry;
    }

    /// <summary>Replies that show a code are text.</summary>
    private static Activity Without(string code, Activity activity) =>
        activity with
        {
            Text = activity.Text?.Replace(code, ICodeRedaction.Mask, StringComparison.Ordinal),
        };

    private static string ActivityId(ConversationReference to, string replyId) => $"{to.ConversationId}|{replyId}";

    private async ValueTask ShowAsync(string conversationId, ImmutableArray<LogEntry> replies, CancellationToken cancellationToken)
    {
        await AppendAsync(conversationId, echoed ? replies : replies.Insert(0, echo!), cancellationToken);
        echoed = true;
    }

    private async ValueTask AppendAsync(string conversationId, ImmutableArray<LogEntry> entries, CancellationToken cancellationToken)
    {
        await log.AppendAsync(conversationId, entries, cancellationToken);
        notifier.Notify(conversationId);
    }
}
