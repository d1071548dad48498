using System.Net;

namespace AgaBot.Channels.Connector;

/// <summary>What a connector said to an operation.</summary>
internal abstract record ConnectorResult
{
    private ConnectorResult() { }

    /// <param name="Id">Of the activity, or of the new conversation; null where the connector gave none.</param>
    public sealed record Accepted(string? Id) : ConnectorResult;

    /// <summary>It reached the connector, or may have, and no answer came back: it must not be sent again.</summary>
    public sealed record ResponseLost : ConnectorResult;

    /// <summary>It will not be taken however often it is asked.</summary>
    /// <param name="Status">Null where nobody was asked, because the bot may not post there.</param>
    public sealed record Rejected(HttpStatusCode? Status) : ConnectorResult;

    /// <summary>The person blocked the bot, took it out, or the conversation is gone.</summary>
    /// <param name="Reason">The connector's code, e.g. <c>MessageWritesBlocked</c>.</param>
    public sealed record Unreachable(string Reason) : ConnectorResult;

    /// <summary>It was not taken, and may be later.</summary>
    /// <param name="RetryAfter">What the connector asks for.</param>
    /// <param name="IsDown">The connector as a whole is at fault, and not this message or its person.</param>
    public sealed record RetryLater(Exception Failure, TimeSpan? RetryAfter, bool IsDown) : ConnectorResult;
}
