using System.Collections.Frozen;

namespace AgaBot.Channels.Capabilities;

/// <summary>What a channel can do. No other code decides by the name of a channel.</summary>
/// <param name="ShowsCards">The channel shows Adaptive Cards. Otherwise replies are sent as text with numbered options.</param>
/// <param name="ReadsFallbackText">
/// The client gives <c>channelData["webchat:fallback-text"]</c> to screen readers in place of a card.
/// </param>
internal sealed record ChannelCapabilities(bool ShowsCards, bool ReadsFallbackText)
{
    /// <summary>The connector can replace a message that was sent.</summary>
    public bool UpdatesMessages { get; init; }

    /// <summary>
    /// Maximum length of a text, in UTF-16 units; longer texts are sent in parts. Null if no text of the bot is too long.
    /// </summary>
    public int? MaxTextLength { get; init; }

    /// <summary>The text of incoming messages is HTML-escaped.</summary>
    public bool EscapesText { get; init; }

    /// <summary>
    /// The channel itself sets the person's id in Entra ID (<c>from.aadObjectId</c>). On other channels a client could forge the field.
    /// </summary>
    public bool VouchesForEntraId { get; init; }

    /// <summary>A file that a person sends arrives as a download link.</summary>
    public bool LinksFiles { get; init; }

    /// <summary>
    /// Returns a link that opens a private chat with the bot, given the bot's id on the channel; the caller appends the URL-escaped text
    /// to say. Null if the channel has no such link.
    /// </summary>
    public Func<string, string?> PrivateChatLink { get; init; } = static _ => null;

    /// <summary>The channel id of the bot's own page.</summary>
    public const string Page = "webchat";

    /// <summary>Capabilities of an unknown channel: text only, up to the lowest known limit.</summary>
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

    /// <summary>In Teams, the id of a bot is <c>28:</c> followed by the app id.</summary>
    private static string TeamsChat(string botId)
    {
        string appId = botId.StartsWith("28:", StringComparison.Ordinal) ? botId[3..] : botId;
        return $"https://teams.microsoft.com/l/chat/0/0?users=28:{Uri.EscapeDataString(appId)}&message=";
    }

    public static ChannelCapabilities For(string channelId) => Table.GetValueOrDefault(channelId, Unknown);

    public static IEnumerable<string> Known => Table.Keys;
}
