using System.Net;

namespace AgaBot.Channels.Connector;

/// <summary>What a connector said to an operation.</summary>
internal abstract record ConnectorAnswer
{
    private ConnectorAnswer() { }

    /// <param name="Id">Of the activity, or of the new conversation; null where the connector gave none.</param>
    public sealed record Taken(string? Id) : ConnectorAnswer;

    /// <summary>It will not be taken however often it is asked.</summary>
    /// <param name="Status">Null where nobody was asked, because the bot may not post there.</param>
    public sealed record Refused(HttpStatusCode? Status) : ConnectorAnswer;

    /// <summary>It was not taken, and may be later.</summary>
    public sealed record Later(HttpRequestException Failure) : ConnectorAnswer;
}
