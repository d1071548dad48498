using System.Net;

namespace AgaBot.Channels.Authentication;

/// <summary>
/// Recognises requests of programs on the same machine. Only these may post activities when no app registration is configured and no token
/// identifies the caller.
/// </summary>
internal static class LoopbackRequest
{
    public static bool Is(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !http.Request.Headers.Keys.Any(IsProxyHeader);

    /// <summary>A proxy on this machine also calls from loopback, on behalf of remote clients; its headers reveal it.</summary>
    private static bool IsProxyHeader(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Via", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        // ASP.NET Core keeps the original values here after it has applied the forwarded headers.
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase);
}
