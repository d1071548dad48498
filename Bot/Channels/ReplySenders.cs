using AgaBot.Channels.Connector;
using AgaBot.Channels.DirectLine;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;

namespace AgaBot.Channels;

/// <summary>The page's log for the page, the channel's connector for everything else.</summary>
internal sealed class ReplySenders(
    ConnectorSender connector,
    IActivityLog log,
    ActivityNotifier bells,
    ReplyRenderer renderer,
    TimeProvider time
) : IReplySenders
{
    public IReplySender To(ConversationReference reference) =>
        IsOwnPage(reference) ? new PageSender(log, bells, renderer, time, echo: null) : connector;

    public bool MaySpeakFirst(ConversationReference reference) => IsOwnPage(reference) || ServiceUrls.MayBeCalled(reference);

    /// <summary>Web Chat of Azure Bot Service has the same channel's name, and an address.</summary>
    private static bool IsOwnPage(ConversationReference reference) => reference is { ChannelId: ChannelCapabilities.Page, ServiceUrl: "" };
}
