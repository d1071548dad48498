using System.Collections.Immutable;
using AgaBot.Channels.Protocol;
using AgaBot.Turns;

namespace AgaBot.Channels.DirectLine;

/// <summary>
/// Sends a turn's replies on the page, by adding them to the conversation's log: the person's own activity and the replies in one write,
/// so that a turn that failed leaves no message that looks sent. Adding an entry again changes nothing.
/// </summary>
internal sealed class PageSender(IActivityLog log, ConversationBells bells, ReplyRenderer renderer, TimeProvider time, LogEntry? echo) : IReplySender
{
    private bool echoed = echo is null;

    public async ValueTask<Delivery> SendAsync(ConversationReference to, ImmutableArray<PendingReply> replies, CancellationToken cancellationToken)
    {
        string now = Timestamp(time);
        ImmutableArray<LogEntry> entries =
            [.. replies.Select(reply => Entry(renderer.Render(to, reply) with { Id = ActivityId(to, reply), Timestamp = now }))];
        // What waited since an earlier turn comes before what the person said now.
        if (echo is null || to.ReplyToId == echo.Key)
            await ShowAsync(to.ConversationId, entries, cancellationToken);
        else
            await AppendAsync(to.ConversationId, entries, cancellationToken);
        return new Delivery.Done([.. replies.Select(reply => new SentReply(reply.Id, ActivityId(to, reply)))]);
    }

    /// <summary>Shows the person's activity where the turn had nothing to say to it.</summary>
    public ValueTask EchoAsync(string conversationId, CancellationToken cancellationToken) =>
        echoed ? ValueTask.CompletedTask : ShowAsync(conversationId, [], cancellationToken);

    public static string Timestamp(TimeProvider time) => time.GetUtcNow().UtcDateTime.ToString("O");

    public static LogEntry Entry(Activity activity) =>
        new(activity.Id!, ActivityJsonContext.Write(activity));

    private static string ActivityId(ConversationReference to, PendingReply reply) => $"{to.ConversationId}|{reply.Id}";

    private async ValueTask ShowAsync(string conversationId, ImmutableArray<LogEntry> answers, CancellationToken cancellationToken)
    {
        await AppendAsync(conversationId, echoed ? answers : answers.Insert(0, echo!), cancellationToken);
        echoed = true;
    }

    private async ValueTask AppendAsync(string conversationId, ImmutableArray<LogEntry> entries, CancellationToken cancellationToken)
    {
        await log.AppendAsync(conversationId, entries, cancellationToken);
        bells.Ring(conversationId);
    }
}
