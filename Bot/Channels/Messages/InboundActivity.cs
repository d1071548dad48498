using AgaBot.Channels.DirectLine;
using AgaBot.Channels.Protocol;
using AgaBot.Turns.Requests;

namespace AgaBot.Channels.Messages;

/// <summary>What every channel sends with an activity [A2020, A2060, A2070, A2080, A2300].</summary>
internal static class InboundActivity
{
    /// <summary>Longer than any channel's id.</summary>
    private const int MaxIdLength = 180;

    /// <summary>These are kept with every turn: without a bound, what a person wrote would have no room beside them.</summary>
    private const int MaxNameLength = 1_000;

    private const int MaxUrlLength = 2_000;

    /// <summary>The longest language tag that RFC 5646 expects.</summary>
    private const int MaxLocaleLength = 35;

    /// <summary>The sentence that says what is missing or cannot be used; null where all is well.</summary>
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
    /// A channel's name stands before a person's id in theirs: no name may look like a name and part of an id, nor like what stands before
    /// those whom a directory knows.
    /// </summary>
    private static bool IsChannelName(string channelId) =>
        channelId.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
        && !ParticipantIds.IsReserved(channelId);

    /// <summary>The activity that this one is about, where a channel names it: for a card's submit, the card's.</summary>
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
