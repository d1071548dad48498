namespace AgaBot.Channels.Connector;

/// <summary>
/// Where the bot may post to. As long as no token vouches for a <c>serviceUrl</c>, only this machine: otherwise whoever can reach the
/// endpoint could make the bot call any address that it sees and they do not.
/// </summary>
internal static class ServiceUrls
{
    public static bool IsAllowed(string serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.IsLoopback
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;
}
