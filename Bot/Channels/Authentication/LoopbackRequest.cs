using System.Net;

namespace AgaBot.Channels.Authentication;

/// <summary>Who may post activities where no registration is configured, and so no token says who is calling: programs on this machine.</summary>
internal static class LoopbackRequest
{
    public static bool Is(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !http.Request.Headers.Keys.Any(IsProofOfAProxy);

    /// <summary>A proxy on this machine calls from loopback too, for people who are not on it, and gives itself away by its headers.</summary>
    private static bool IsProofOfAProxy(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Via", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        // What ASP.NET Core leaves where it has believed the headers above.
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase);
}
