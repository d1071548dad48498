using AgaBot.Channels.Protocol;
using AgaBot.Dialogs.Inputs;

namespace AgaBot.Channels.Messages;

/// <summary>Reads out of an activity what the person did.</summary>
internal static class SaidReader
{
    /// <summary>Null where nothing was done that the bot answers.</summary>
    public static Said? Read(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message => ReadMessage(activity),
        ActivityTypes.ConversationUpdate when SomebodyCame(activity) => new Said.Joined(),
        ActivityTypes.InstallationUpdate => ReadInstallation(activity),
        _ => null,
    };

    private static Said ReadMessage(Activity activity)
    {
        if (activity.Value is { } value && CardSubmitReader.Read(value) is { } submit)
            return new Said.Pressed(submit);
        string text = SpokenText.Read(activity, ChannelCapabilities.For(activity.ChannelId ?? "").EscapesText);
        return text.Length > 0 ? new Said.Typed(text)
            : HasFile(activity) ? new Said.Sent(new SentFile.Elsewhere())
            : new Said.Unreadable();
    }

    /// <summary>
    /// A file comes as a link. The bot follows none: whoever may talk to it could otherwise make it ask any server, also those of its own network.
    /// </summary>
    private static bool HasFile(Activity activity) =>
        activity.Attachments is { } attachments
        && attachments.Any(static one => one?.ContentType is { } type
            && (type == Attachment.TeamsFile || type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
                || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("application/vnd.microsoft.", StringComparison.OrdinalIgnoreCase))));

    private static Said? ReadInstallation(Activity activity) => activity.Action switch
    {
        "add" => new Said.Installed(),
        "remove" => new Said.Removed(),
        _ => null,
    };

    private static bool SomebodyCame(Activity activity) =>
        activity.MembersAdded is { } members
        && members.Any(member => !string.IsNullOrEmpty(member?.Id) && !string.Equals(member.Id, activity.Recipient?.Id, StringComparison.Ordinal));
}
