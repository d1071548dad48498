using System.Net;

namespace AgaBot.Channels.Connector;

/// <summary>What a connector said to an operation.</summary>
internal abstract record ConnectorAnswer
{
    private ConnectorAnswer() { }

    /// <param name="Id">Of the activity, or of the new conversation; null where the connector gave none.</param>
    public sealed record Taken(string? Id) : ConnectorAnswer;

    /// <summary>It reached the connector, or may have, and no answer came back: it must not be sent again.</summary>
    public sealed record Lost : ConnectorAnswer;

    /// <summary>It will not be taken however often it is asked.</summary>
    /// <param name="Status">Null where nobody was asked, because the bot may not post there.</param>
    public sealed record Refused(HttpStatusCode? Status) : ConnectorAnswer;

    /// <summary>The person blocked the bot, took it out, or the conversation is gone.</summary>
    /// <param name="Reason">The connector's code, e.g. <c>MessageWritesBlocked</c>.</param>
    public sealed record Unreachable(string Reason) : ConnectorAnswer;

    /// <summary>It was not taken, and may be later.</summary>
    /// <param name="RetryAfter">What the connector asks for.</param>
    /// <param name="IsDown">The connector as a whole is at fault, and not this message or its person.</param>
    public sealed record Later(Exception Failure, TimeSpan? RetryAfter, bool IsDown) : ConnectorAnswer;
}
