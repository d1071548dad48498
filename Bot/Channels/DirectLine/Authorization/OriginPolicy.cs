using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine.Authorization;

/// <summary>
/// Decides which origins may use Direct Line. Browsers send the <c>Origin</c> header on every cross-site request, every POST and every
/// WebSocket handshake. Other programs send no origin; only their token is checked.
/// </summary>
internal sealed class OriginPolicy(IOptions<DirectLineOptions> options)
{
    /// <summary>The origin of a client that is not a browser.</summary>
    public const string None = "";

    private readonly FrozenSet<string> allowed = options.Value.AllowedOrigins.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The origin to which a new token is bound; null if the site is not allowed.</summary>
    public string? AllowedOriginOf(HttpRequest request)
    {
        string origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || allowed.Contains(origin) || IsOwn(origin, request.Host.Value) ? origin : null;
    }

    /// <summary>
    /// Whether a request may use a token that is bound to <paramref name="bound"/>. A same-origin GET of the page has no origin header.
    /// </summary>
    public bool Matches(HttpRequest request, string bound) => AllowedOriginOf(request) is { } origin && (origin == None || origin == bound);

    /// <summary>Ignores the scheme: behind a proxy that terminates TLS, the bot receives http requests.</summary>
    private static bool IsOwn(string origin, string? host) =>
        origin.AsSpan().IndexOf("://") is > 0 and var scheme && origin.AsSpan(scheme + 3).Equals(host, StringComparison.OrdinalIgnoreCase);
}
