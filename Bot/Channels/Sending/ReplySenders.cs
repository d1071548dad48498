using AgaBot.Channels.Capabilities;
using AgaBot.Channels.Connector;
using AgaBot.Channels.DirectLine.Conversations;
using AgaBot.Channels.Rendering;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;

namespace AgaBot.Channels.Sending;

/// <summary>Selects the sender of a conversation: the page's activity log, or the connector of any other channel.</summary>
internal sealed class ReplySenders(
    ConnectorSender connector,
    IActivityLog log,
    ActivityNotifier notifier,
    ReplyRenderer renderer,
    TimeProvider time
) : IReplySenders
{
    public IReplySender To(ConversationReference reference) =>
        IsOwnPage(reference) ? new PageSender(log, notifier, renderer, time, echo: null) : connector;

    public bool MaySpeakFirst(ConversationReference reference) => IsOwnPage(reference) || ServiceUrls.MayBeCalled(reference);

    /// <summary>Web Chat of Azure Bot Service has the same channel id, and a <c>serviceUrl</c>.</summary>
    private static bool IsOwnPage(ConversationReference reference) => reference is { ChannelId: ChannelCapabilities.Page, ServiceUrl: "" };
}
