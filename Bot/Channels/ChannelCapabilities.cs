using System.Collections.Frozen;

namespace AgaBot.Channels;

/// <summary>What a channel can show. The only place where a channel's name decides anything.</summary>
/// <param name="ShowsCards">Adaptive Cards; where not, the same goes out as text with numbered options.</param>
/// <param name="HearsFallbackText">Reads <c>channelData["webchat:fallback-text"]</c> aloud in place of a card.</param>
internal sealed record ChannelCapabilities(bool ShowsCards, bool HearsFallbackText)
{
    private static readonly ChannelCapabilities Unknown = new(ShowsCards: false, HearsFallbackText: false);

    private static readonly FrozenDictionary<string, ChannelCapabilities> Table = new Dictionary<string, ChannelCapabilities>
    {
        ["msteams"] = new(ShowsCards: true, HearsFallbackText: false),
        ["emulator"] = new(ShowsCards: true, HearsFallbackText: false),
        ["webchat"] = new(ShowsCards: true, HearsFallbackText: true),
        ["directline"] = new(ShowsCards: true, HearsFallbackText: true),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ChannelCapabilities For(string channelId) => Table.GetValueOrDefault(channelId, Unknown);
}
