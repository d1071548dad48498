using System.Text.Json;
using AgaBot.Channels.Protocol;
using AgaBot.Json;
using AgaBot.Turns.Requests;

namespace AgaBot.Channels.Messages;

/// <summary>Reads out of an activity who the person is in their organisation's directory.</summary>
internal static class EntraIdReader
{
    /// <summary>
    /// Null where the channel lets its clients say it, or where any part is missing, is no GUID, or contradicts another: then the
    /// person is the channel's id of them alone.
    /// </summary>
    public static EntraId? Read(Activity activity)
    {
        if (!ChannelCapabilities.For(activity.ChannelId ?? "").VouchesForEntraId || !TryRead(activity.From?.AadObjectId, out Guid objectId))
            return null;
        string? ofChannel = activity.ChannelData is { } data ? TenantOf(data) : null;
        string? ofConversation = activity.Conversation?.TenantId;
        return TryRead(ofChannel ?? ofConversation, out Guid tenant) && (ofChannel ?? ofConversation) == (ofConversation ?? ofChannel)
            ? new EntraId(tenant, objectId)
            : null;
    }

    private static bool TryRead(string? text, out Guid id) => Guid.TryParseExact(text, "D", out id) && id != Guid.Empty;

    private static string? TenantOf(RawJson channelData)
    {
        using JsonDocument document = JsonDocument.Parse(channelData.Utf8);
        return
            document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("tenant", out JsonElement tenant)
            && tenant.ValueKind == JsonValueKind.Object
            && tenant.TryGetProperty("id", out JsonElement id)
            && id.ValueKind == JsonValueKind.String
            ? id.GetRawText()[1..^1]
            : null;
    }
}
