using System.Collections.Immutable;
using AgaBot.Json;

namespace AgaBot.Channels.Protocol;

/// <summary>The request to create a conversation (Bot Connector REST API, "Create Conversation").</summary>
/// <param name="Members">The members other than the bot.</param>
/// <param name="TenantId">The tenant of the members, which Teams requires.</param>
/// <param name="Activity">The first message, on channels that support it.</param>
internal sealed record ConversationParameters(
    ChannelAccount Bot,
    ImmutableArray<ChannelAccount> Members,
    bool IsGroup = false,
    string? TenantId = null,
    RawJson? ChannelData = null,
    Activity? Activity = null
);
