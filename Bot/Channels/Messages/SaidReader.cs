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
        _ => null,
    };

    private static Said ReadMessage(Activity activity) => activity switch
    {
        { Value: { } value } when CardSubmitReader.Read(value) is { } submit => new Said.Pressed(submit),
        { Text: { Length: > 0 } text } => new Said.Typed(text),
        _ => new Said.Unreadable(),
    };

    private static bool SomebodyCame(Activity activity) =>
        activity.MembersAdded is { } members
        && members.Any(member => !string.IsNullOrEmpty(member?.Id) && !string.Equals(member.Id, activity.Recipient?.Id, StringComparison.Ordinal));
}
