using System.Text.Json;
using AgaBot.Channels.Capabilities;
using AgaBot.Channels.Protocol;
using AgaBot.Json;
using AgaBot.Turns.Requests;

namespace AgaBot.Channels.Inbound;

/// <summary>Reads the person's id in the directory of their organisation from an activity.</summary>
internal static class EntraIdReader
{
    /// <summary>
    /// Null if clients of the channel can forge the id, or if a part is missing, is not a GUID, or contradicts another part. The person is
    /// then identified by the channel's id only.
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
