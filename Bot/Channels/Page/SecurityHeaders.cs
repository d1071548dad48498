using AgaBot.Channels.DirectLine.Authorization;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Page;

/// <summary>Adds the security headers of responses.</summary>
internal sealed class SecurityHeaders(IOptions<DirectLineOptions> options)
{
    /// <summary>
    /// Allows no other origins and no inline code. The hash is that of an empty style element, which Web Chat adds and fills by script. Web
    /// Chat reads a file to be sent from a <c>blob:</c> URL, and draws its preview in a worker that it loads from a <c>blob:</c> URL.
    /// </summary>
    private const string Sources =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
        + "img-src 'self' data: blob:; connect-src 'self' blob:; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors ";

    private const string PermissionsPolicy = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private const string HstsOneYear = "max-age=31536000";

    /// <summary>The sites that may call Direct Line may also embed the page. The start validates that each is an origin.</summary>
    private readonly string policy = Sources + (options.Value.AllowedOrigins is { Count: > 0 } sites ? string.Join(' ', sites) : "'none'");

    /// <summary>Adds the headers of every response.</summary>
    public static Task AddToAllAsync(HttpContext http, RequestDelegate next)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // IsHttps takes X-Forwarded-Proto into account only from known proxies (Proxies:Known); any client could forge the header.
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = HstsOneYear;
        return next(http);
    }

    /// <summary>
    /// Adds the headers of HTML pages. X-Frame-Options cannot name sites; browsers that support frame-ancestors ignore it.
    /// </summary>
    public void AddToPage(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = policy;
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (options.Value.AllowedOrigins.Count == 0)
            headers.XFrameOptions = "DENY";
    }
}
