using System.Collections.Immutable;
using AgaBot.Channels.Protocol;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Channels.DirectLine;

/// <summary>
/// Sends a turn's replies on the page, by adding them to the conversation's log: the person's own activity and the replies in one write,
/// so that a turn that failed leaves no message that looks sent. Adding an entry again changes nothing.
/// </summary>
internal sealed class PageSender(IActivityLog log, ActivityNotifier bells, ReplyRenderer renderer, TimeProvider time, LogEntry? echo)
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
        // What waited since an earlier turn comes before what the person said now.
        if (echo is null || to.ReplyToId == echo.Key)
            await ShowAsync(to.ConversationId, entries, cancellationToken);
        else
            await AppendAsync(to.ConversationId, entries, cancellationToken);
        return new Delivery.Done([.. replies.Select(reply => new SentReply(reply.Id, ActivityId(to, reply.Id)))]);
    }

    /// <summary>Shows the person's activity where the turn had nothing to say to it.</summary>
    public ValueTask EchoAsync(string conversationId, CancellationToken cancellationToken) =>
        echoed ? ValueTask.CompletedTask : ShowAsync(conversationId, [], cancellationToken);

    public static string Timestamp(TimeProvider time) => Timestamp(time.GetUtcNow());

    private static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString("O");

    public static LogEntry Entry(Activity activity) => new(activity.Id!, ActivityJsonContext.Write(activity));

    /// <summary>
    /// What takes a card's place goes to the end of the log under the card's id and time: Web Chat then shows it where the card was,
    /// at once and when the conversation is read again.
    /// </summary>
    private LogEntry Entry(ConversationReference to, PendingReply reply)
    {
        DateTimeOffset at = reply.Replaces?.At ?? reply.At;
        Activity activity = renderer.Render(to, reply) with
        {
            Id = ActivityId(to, reply.Replaces?.ReplyId ?? reply.Id),
            Timestamp = at == default ? Timestamp(time) : Timestamp(at),
        };
        return Entry(activity) with { Key = ActivityId(to, reply.Id) };
    }

    private static string ActivityId(ConversationReference to, string replyId) => $"{to.ConversationId}|{replyId}";

    private async ValueTask ShowAsync(string conversationId, ImmutableArray<LogEntry> answers, CancellationToken cancellationToken)
    {
        await AppendAsync(conversationId, echoed ? answers : answers.Insert(0, echo!), cancellationToken);
        echoed = true;
    }

    private async ValueTask AppendAsync(string conversationId, ImmutableArray<LogEntry> entries, CancellationToken cancellationToken)
    {
        await log.AppendAsync(conversationId, entries, cancellationToken);
        bells.Notify(conversationId);
    }
}
