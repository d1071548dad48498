namespace AgaBot.Channels.Connector;

internal static partial class ConnectorLog
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Warning, Message = "The connector of {ChannelId} refused a message for good: {Status}.")]
    public static partial void Refused(ILogger logger, string channelId, int status);

    [LoggerMessage(EventId = 301, Level = LogLevel.Information, Message = "The connector of {ChannelId} did not take a message, try {Tries}.")]
    public static partial void TriedAgain(ILogger logger, string channelId, int tries);

    [LoggerMessage(EventId = 302, Level = LogLevel.Warning, Message = "A message for {ChannelId} was not sent: nothing vouches for its serviceUrl.")]
    public static partial void NotAllowed(ILogger logger, string channelId);
}
