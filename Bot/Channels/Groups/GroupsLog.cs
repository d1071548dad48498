namespace AgaBot.Channels.Groups;

internal static partial class GroupsLog
{
    [LoggerMessage(EventId = 350, Level = LogLevel.Warning, Message = "Microsoft Graph could not be asked for members of groups.")]
    public static partial void NotAsked(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 351, Level = LogLevel.Warning, Message = "Microsoft Graph did not say who is a member of a group: {Status}.")]
    public static partial void Refused(ILogger logger, int status);

    [LoggerMessage(
        EventId = 352,
        Level = LogLevel.Error,
        Message = "Microsoft Graph does not tell this app who is a member of a group: it needs the application permissions "
            + "User.Read.All and GroupMember.Read.All, with an administrator's consent."
    )]
    public static partial void NotPermitted(ILogger logger);

    [LoggerMessage(
        EventId = 353,
        Level = LogLevel.Warning,
        Message = "It is not known whether a person is in a group that coordinates; they do not coordinate for now."
    )]
    public static partial void NoRole(ILogger logger);
}
