using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.DirectLine;

/// <summary>
/// Which sites a browser may speak for. A browser says where a script comes from (<c>Origin</c>) on every request to another site, on
/// every POST and on a WebSocket; programs that are no browser say nothing and are held by their token alone.
/// </summary>
internal sealed class OriginPolicy(IOptions<DirectLineOptions> options)
{
    /// <summary>Of a caller that is no browser.</summary>
    public const string None = "";

    private readonly FrozenSet<string> allowed = options.Value.AllowedOrigins.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The origin that a new token is bound to; null where that site may not have one.</summary>
    public string? AllowedOriginOf(HttpRequest request)
    {
        string origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || allowed.Contains(origin) || IsOwn(origin, request.Host.Value) ? origin : null;
    }

    /// <summary>Whether a token that is bound to <paramref name="bound"/> may come with this request. A page's own GET names no origin.</summary>
    public bool Matches(HttpRequest request, string bound) => AllowedOriginOf(request) is { } origin && (origin == None || origin == bound);

    /// <summary>Whatever the scheme: behind a proxy that ends TLS the bot itself is reached by http.</summary>
    private static bool IsOwn(string origin, string? host) =>
        origin.AsSpan().IndexOf("://") is > 0 and var scheme && origin.AsSpan(scheme + 3).Equals(host, StringComparison.OrdinalIgnoreCase);
}
