using System.Collections.Frozen;

namespace AgaBot.Channels;

/// <summary>What a channel can show. The only place where a channel's name decides anything.</summary>
/// <param name="ShowsCards">Adaptive Cards; where not, the same goes out as text with numbered options.</param>
/// <param name="ReadsFallbackText">Reads <c>channelData["webchat:fallback-text"]</c> aloud in place of a card.</param>
internal sealed record ChannelCapabilities(bool ShowsCards, bool ReadsFallbackText)
{
    /// <summary>A message that was sent can be replaced through the connector.</summary>
    public bool UpdatesMessages { get; init; }

    /// <summary>The longest text that arrives whole, in UTF-16 units; longer ones go in parts. Null where none of ours is too long.</summary>
    public int? MaxTextLength { get; init; }

    /// <summary>What people write arrives with letters escaped as in HTML.</summary>
    public bool EscapesText { get; init; }

    /// <summary>The channel itself says who a person is in Entra ID (<c>from.aadObjectId</c>); elsewhere a client could write that.</summary>
    public bool VouchesForEntraId { get; init; }

    /// <summary>A file that somebody sends arrives as a link that opens it.</summary>
    public bool LinksFiles { get; init; }

    /// <summary>Makes of the bot's id there a link to a chat with it alone, to which the words to say are added, escaped; null where there is none.</summary>
    public Func<string, string?> PrivateChatLink { get; init; } = static _ => null;

    /// <summary>The id under which the bot's own page speaks.</summary>
    public const string Page = "webchat";

    /// <summary>What every relay can carry: words alone, no longer than the shortest known limit.</summary>
    private static readonly ChannelCapabilities Unknown = new(ShowsCards: false, ReadsFallbackText: false) { MaxTextLength = 1600 };

    /// <summary>Known limits: Twilio takes 1600 characters of an SMS, Telegram and WhatsApp 4096, Messenger 2000, LINE 5000.</summary>
    private static readonly FrozenDictionary<string, ChannelCapabilities> Table = new Dictionary<string, ChannelCapabilities>
    {
        ["msteams"] = new(ShowsCards: true, ReadsFallbackText: false)
        {
            UpdatesMessages = true,
            EscapesText = true,
            VouchesForEntraId = true,
            LinksFiles = true,
            PrivateChatLink = TeamsChat,
        },
        ["emulator"] = new(ShowsCards: true, ReadsFallbackText: false) { UpdatesMessages = true },
        [Page] = new(ShowsCards: true, ReadsFallbackText: true),
        ["directline"] = new(ShowsCards: true, ReadsFallbackText: true),
        ["sms"] = Unknown,
        ["whatsapp"] = Unknown with { MaxTextLength = 4096 },
        ["telegram"] = Unknown with { MaxTextLength = 4096 },
        ["facebook"] = Unknown with { MaxTextLength = 2000 },
        ["line"] = Unknown with { MaxTextLength = 5000 },
        ["email"] = Unknown with { MaxTextLength = null },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A bot's id in Teams is its app's, after <c>28:</c>.</summary>
    private static string TeamsChat(string botId) =>
        $"https://teams.microsoft.com/l/chat/0/0?users=28:{Uri.EscapeDataString(botId.StartsWith("28:", StringComparison.Ordinal) ? botId[3..] : botId)}&message=";

    public static ChannelCapabilities For(string channelId) => Table.GetValueOrDefault(channelId, Unknown);

    public static IEnumerable<string> Known => Table.Keys;
}
