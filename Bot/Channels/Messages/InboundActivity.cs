using AgaBot.Channels.Capabilities;
using AgaBot.Channels.DirectLine.Authorization;
using AgaBot.Channels.Protocol;
using AgaBot.Turns.Requests;

namespace AgaBot.Channels.Messages;

/// <summary>Validates the fields that every channel sends with an activity [A2020, A2060, A2070, A2080, A2300].</summary>
internal static class InboundActivity
{
    /// <summary>Higher than the length of any channel's ids.</summary>
    private const int MaxIdLength = 180;

    /// <summary>Names are stored with every turn, in the same row as the text of the person, and need a limit.</summary>
    private const int MaxNameLength = 1_000;

    private const int MaxUrlLength = 2_000;

    /// <summary>The longest language tag that RFC 5646 expects.</summary>
    private const int MaxLocaleLength = 35;

    /// <summary>A sentence that says which field is missing or invalid; null if the activity is valid.</summary>
    public static string? Fault(Activity activity) =>
        activity switch
        {
            { Type: null or "" } => "type is missing.",
            { ChannelId: null or "" } => "channelId is missing.",
            _ when !IsChannelName(activity.ChannelId) => "channelId is no channel's name.",
            { ServiceUrl: null or "" } => "serviceUrl is missing.",
            { From: null or { Id: null or "" } } => "from.id is missing.",
            { Recipient: null or { Id: null or "" } } => "recipient.id is missing.",
            { Conversation: null or { Id: null or "" } } => "conversation.id is missing.",
            { Conversation.Id.Length: > MaxIdLength } => "conversation.id is too long.",
            { Conversation.Id: "." or ".." } => "conversation.id is a step in a path.",
            { Id.Length: > MaxIdLength } => "id is too long.",
            { Id: "." or ".." } => "id is a step in a path.",
            { Recipient.Id.Length: > MaxIdLength } => "recipient.id is too long.",
            { From.Name.Length: > MaxNameLength } or { Recipient.Name.Length: > MaxNameLength } => "A name is too long.",
            { ServiceUrl.Length: > MaxUrlLength } => "serviceUrl is too long.",
            _ when activity.ChannelId.Length + activity.From.Id.Length > MaxIdLength => "channelId and from.id are too long.",
            _ when activity.ChannelId == ChannelCapabilities.Page && DirectLineToken.IsUserId(activity.From.Id) =>
                "from.id is one of the bot's own page.",
            _ => null,
        };

    /// <summary>
    /// The channel id is the prefix of a participant id. It must not contain the separator, nor be the reserved prefix of participants who
    /// are known by their directory.
    /// </summary>
    private static bool IsChannelName(string channelId) =>
        channelId.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
        && !ParticipantIds.IsReserved(channelId);

    /// <summary>
    /// The id of the activity to which this one responds; for the submit of a card, the id of the card. Null if the channel names none.
    /// </summary>
    public static string? CardId(Activity activity) =>
        activity.ReplyToId is { Length: > 0 and <= MaxIdLength } id && id is not ("." or "..") ? id : null;

    /// <summary>For an activity without <see cref="Fault"/>.</summary>
    public static ConversationReference Reference(Activity activity) =>
        new(
            activity.ChannelId!,
            activity.ServiceUrl!,
            activity.Conversation!.Id!,
            activity.From!.Id!,
            activity.From.Name,
            activity.Recipient!.Id!,
            activity.Recipient.Name,
            activity.Locale is { Length: <= MaxLocaleLength } locale ? locale : null,
            string.IsNullOrEmpty(activity.Id) ? null : activity.Id
        );
}
