namespace AgaBot.Channels.Authentication;

internal static partial class AuthenticationLog
{
    [LoggerMessage(EventId = 320, Level = LogLevel.Warning, Message = "A caller of /api/messages was answered {Status}: {Why}")]
    public static partial void Refused(ILogger logger, int status, string why);

    [LoggerMessage(EventId = 321, Level = LogLevel.Information, Message = "{Count} keys were read from {Metadata}.")]
    public static partial void KeysRead(ILogger logger, string metadata, int count);

    [LoggerMessage(
        EventId = 322,
        Level = LogLevel.Error,
        Message = "The keys of {Metadata} cannot be read; {Count} are kept from before: {Why}"
    )]
    public static partial void KeysNotRead(ILogger logger, string metadata, int count, string why);
}
