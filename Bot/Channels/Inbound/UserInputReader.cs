using AgaBot.Channels.Capabilities;
using AgaBot.Channels.Protocol;
using AgaBot.Dialogs.Inputs;

namespace AgaBot.Channels.Inbound;

/// <summary>Reads the input of a person from an activity, except attached files.</summary>
internal static class UserInputReader
{
    /// <summary>Null if the bot does not respond to the activity.</summary>
    public static UserInput? Read(Activity activity) =>
        activity.Type switch
        {
            ActivityTypes.Message => ReadMessage(activity),
            ActivityTypes.ConversationUpdate when SomebodyCame(activity) => new UserInput.Joined(),
            ActivityTypes.InstallationUpdate => ReadInstallation(activity),
            _ => null,
        };

    private static UserInput ReadMessage(Activity activity)
    {
        if (activity.Value is { } value && CardSubmitReader.Read(value) is { } submit)
            return new UserInput.Pressed(submit);
        string text = MessageText.Read(activity, ChannelCapabilities.For(activity.ChannelId ?? "").EscapesText);
        return text.Length > 0 ? new UserInput.Typed(text) : new UserInput.Unreadable();
    }

    private static UserInput? ReadInstallation(Activity activity) =>
        activity.Action switch
        {
            "add" => new UserInput.Installed(),
            "remove" => new UserInput.Removed(),
            _ => null,
        };

    private static bool SomebodyCame(Activity activity) =>
        activity.MembersAdded is { } members
        && members.Any(member =>
            !string.IsNullOrEmpty(member?.Id) && !string.Equals(member.Id, activity.Recipient?.Id, StringComparison.Ordinal)
        );
}
