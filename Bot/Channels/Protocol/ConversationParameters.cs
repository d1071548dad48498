using System.Collections.Immutable;
using AgaBot.Json;

namespace AgaBot.Channels.Protocol;

/// <summary>What a bot says to open a conversation (Bot Connector REST API, "Create Conversation").</summary>
/// <param name="Members">The people beside the bot.</param>
/// <param name="TenantId">Teams needs the tenant that the people are in.</param>
/// <param name="Activity">Said at once, on channels that take it so.</param>
internal sealed record ConversationParameters(
    ChannelAccount Bot,
    ImmutableArray<ChannelAccount> Members,
    bool IsGroup = false,
    string? TenantId = null,
    RawJson? ChannelData = null,
    Activity? Activity = null
);
