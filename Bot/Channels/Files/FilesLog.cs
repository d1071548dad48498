namespace AgaBot.Channels.Files;

internal static partial class FilesLog
{
    [LoggerMessage(EventId = 340, Level = LogLevel.Warning, Message = "A file was not fetched: Files:Hosts does not name {Host}.")]
    public static partial void HostNotAllowed(ILogger logger, string host);

    [LoggerMessage(EventId = 341, Level = LogLevel.Warning, Message = "A file was not fetched: {Host} answered {Status}.")]
    public static partial void Refused(ILogger logger, string host, int status);

    [LoggerMessage(EventId = 342, Level = LogLevel.Warning, Message = "A file was not fetched from {Host}.")]
    public static partial void Failed(ILogger logger, string host, Exception exception);
}
