using AgaBot.Channels.Capabilities;
using AgaBot.Channels.Protocol;
using AgaBot.Dialogs.Inputs;

namespace AgaBot.Channels.Inbound;

/// <summary>Reads whether other people can read the conversation of an activity.</summary>
internal static class ConversationKindReader
{
    private const string GroupChat = "groupChat";
    private const string TeamChannel = "channel";

    public static ConversationKind Read(Activity activity) =>
        activity.Conversation switch
        {
            { IsGroup: true } or { ConversationType: GroupChat or TeamChannel } => new ConversationKind.Group(
                ChannelCapabilities.For(activity.ChannelId ?? "").PrivateChatLink(activity.Recipient?.Id ?? "")
            ),
            _ => new ConversationKind.Private(),
        };
}
