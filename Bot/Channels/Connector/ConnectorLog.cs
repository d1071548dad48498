namespace AgaBot.Channels.Connector;

internal static partial class ConnectorLog
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Warning, Message = "The connector of {ChannelId} refused a message for good: {Status}.")]
    public static partial void Refused(ILogger logger, string channelId, int status);

    [LoggerMessage(EventId = 301, Level = LogLevel.Information, Message = "A connector did not take a message, try {Tries}.")]
    public static partial void Retrying(ILogger logger, int tries);

    [LoggerMessage(
        EventId = 302,
        Level = LogLevel.Warning,
        Message = "A message for {ChannelId} was not sent: nothing vouches for its serviceUrl."
    )]
    public static partial void NotAllowed(ILogger logger, string channelId);

    [LoggerMessage(
        EventId = 303,
        Level = LogLevel.Warning,
        Message = "A connector's answer was lost: the message may have arrived, and is not sent again."
    )]
    public static partial void AnswerLost(ILogger logger, Exception exception);

    [LoggerMessage(
        EventId = 304,
        Level = LogLevel.Warning,
        Message = "A connector is left alone for {Seconds} s: most messages in a row did not reach it."
    )]
    public static partial void CircuitOpened(ILogger logger, double seconds);

    [LoggerMessage(EventId = 305, Level = LogLevel.Error, Message = "Entra ID gave no token for {Scope}.")]
    public static partial void NoToken(ILogger logger, string scope, Exception exception);

    [LoggerMessage(
        EventId = 306,
        Level = LogLevel.Warning,
        Message = "A turn was not safe when its channel had to be answered; it goes on."
    )]
    public static partial void AnsweredEarly(ILogger logger);

    [LoggerMessage(
        EventId = 309,
        Level = LogLevel.Information,
        Message = "The connector of {ChannelId} did not replace an answered card; it stays as it was."
    )]
    public static partial void NotReplaced(ILogger logger, string channelId);
}
