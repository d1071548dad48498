namespace AgaBot.Channels.Authentication;

/// <summary>
/// An entry of <c>Bot:AllowedCallers</c>: an app of the tenant (another bot, the Agents Playground) that may post activities with a token
/// of Entra ID. The app can speak for any person on any channel, so list only trusted apps.
/// </summary>
public sealed record AllowedCaller
{
    /// <summary>The app registration, or the client id of the managed identity.</summary>
    public string AppId { get; init; } = "";

    /// <summary>
    /// The <c>serviceUrl</c> of the app's activities, to which the replies are sent. A token of Entra ID names no <c>serviceUrl</c>, so
    /// this setting vouches for the address.
    /// </summary>
    public string ServiceUrl { get; init; } = "";
}
