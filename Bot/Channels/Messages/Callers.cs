using System.Collections.Immutable;
using System.Net;

namespace AgaBot.Channels.Messages;

/// <summary>Who may post activities as long as no token says who is calling: programs on this machine.</summary>
internal static class Callers
{
    /// <summary>A proxy on this machine calls from loopback too, for people who are not on it: each of these gives it away.</summary>
    private static readonly ImmutableArray<string> ProofsOfAProxy =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For", "X-Real-IP"];

    public static bool IsOnThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !ProofsOfAProxy.Any(http.Request.Headers.ContainsKey);
}
