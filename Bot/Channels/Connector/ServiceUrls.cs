using AgaBot.Turns.Requests;

namespace AgaBot.Channels.Connector;

/// <summary>
/// Addresses to which the bot may post: https addresses for which a token vouched, and programs on the same machine. Without this check,
/// a caller of the endpoint could make the bot call addresses in its own network, or send its token to the caller's server.
/// </summary>
internal static class ServiceUrls
{
    public static bool MayBeCalled(ConversationReference to) => MayBeCalled(to.ServiceUrl, to.IsVouched);

    public static bool MayBeCalled(string serviceUrl, bool isVouched) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out Uri? uri)
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps ? isVouched || uri.IsLoopback : uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
}
