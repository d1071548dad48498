using System.Net;

namespace AgaBot.Channels.Connector;

/// <summary>The result of an operation at a connector.</summary>
internal abstract record ConnectorResult
{
    private ConnectorResult() { }

    /// <param name="Id">The id of the activity or of the new conversation; null if the connector returned none.</param>
    public sealed record Accepted(string? Id) : ConnectorResult;

    /// <summary>The request reached the connector, or may have, and no response came back. It must not be sent again.</summary>
    public sealed record ResponseLost : ConnectorResult;

    /// <summary>The connector rejects the request permanently.</summary>
    /// <param name="Status">Null if no request was sent, because the bot may not post to the address.</param>
    public sealed record Rejected(HttpStatusCode? Status) : ConnectorResult;

    /// <summary>The person blocked or removed the bot, or the conversation no longer exists.</summary>
    /// <param name="Reason">The error code of the connector, e.g. <c>MessageWritesBlocked</c>.</param>
    public sealed record Unreachable(string Reason) : ConnectorResult;

    /// <summary>The connector did not accept the request; a retry may succeed.</summary>
    /// <param name="RetryAfter">The delay that the connector asks for.</param>
    /// <param name="IsDown">The connector as a whole is unavailable, as opposed to a failure of this message.</param>
    public sealed record RetryLater(Exception Failure, TimeSpan? RetryAfter, bool IsDown) : ConnectorResult;
}
