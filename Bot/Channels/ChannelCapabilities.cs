using System.Collections.Frozen;

namespace AgaBot.Channels;

/// <summary>What a channel can show. The only place where a channel's name decides anything.</summary>
/// <param name="ShowsCards">Adaptive Cards; where not, the same goes out as text with numbered options.</param>
/// <param name="HearsFallbackText">Reads <c>channelData["webchat:fallback-text"]</c> aloud in place of a card.</param>
internal sealed record ChannelCapabilities(bool ShowsCards, bool HearsFallbackText)
{
    /// <summary>What people write arrives with letters escaped as in HTML.</summary>
    public bool EscapesText { get; init; }

    /// <summary>The channel itself says who a person is in Entra ID (<c>from.aadObjectId</c>); elsewhere a client could write that.</summary>
    public bool VouchesForEntraId { get; init; }

    /// <summary>Makes of the bot's id there a link to a chat with it alone, to which the words to say are added, escaped; null where there is none.</summary>
    public Func<string, string?> PrivateChatLink { get; init; } = static _ => null;

    private static readonly ChannelCapabilities Unknown = new(ShowsCards: false, HearsFallbackText: false);

    private static readonly FrozenDictionary<string, ChannelCapabilities> Table = new Dictionary<string, ChannelCapabilities>
    {
        ["msteams"] = new(ShowsCards: true, HearsFallbackText: false) { EscapesText = true, VouchesForEntraId = true, PrivateChatLink = TeamsChat },
        ["emulator"] = new(ShowsCards: true, HearsFallbackText: false),
        ["webchat"] = new(ShowsCards: true, HearsFallbackText: true),
        ["directline"] = new(ShowsCards: true, HearsFallbackText: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A bot's id in Teams is its app's, after <c>28:</c>.</summary>
    private static string TeamsChat(string botId) =>
        $"https://teams.microsoft.com/l/chat/0/0?users=28:{Uri.EscapeDataString(botId.StartsWith("28:", StringComparison.Ordinal) ? botId[3..] : botId)}&message=";

    public static ChannelCapabilities For(string channelId) => Table.GetValueOrDefault(channelId, Unknown);
}
