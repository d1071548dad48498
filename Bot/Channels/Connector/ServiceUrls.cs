using AgaBot.Turns.Requests;

namespace AgaBot.Channels.Connector;

/// <summary>
/// Where the bot may post to: over https to an address that a token vouched for, and to programs on this machine. Otherwise whoever
/// can reach the endpoint could make the bot call any address that it sees and they do not, and read its token there.
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
