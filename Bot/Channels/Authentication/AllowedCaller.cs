namespace AgaBot.Channels.Authentication;

/// <summary>
/// An entry of <c>Bot:AllowedCallers</c>: an app of the tenant (another bot, the Agents Playground) that may post activities with a token
/// of Entra ID. It speaks for any person on any channel: list only what may do that.
/// </summary>
public sealed record AllowedCaller
{
    /// <summary>The app's registration, or the client id of its managed identity.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The <c>serviceUrl</c> of its activities, where the replies go. Its token does not name one, so this setting vouches for it.</summary>
    public string ServiceUrl { get; init; } = "";
}
