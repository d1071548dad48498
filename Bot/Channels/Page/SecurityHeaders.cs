using AgaBot.Channels.DirectLine;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Page;

/// <summary>What a browser is told never to do with what it gets here.</summary>
internal sealed class SecurityHeaders(IOptions<DirectLineOptions> options)
{
    /// <summary>
    /// Nothing from elsewhere and nothing inline. Web Chat adds empty style elements and fills them by script: the hash is of the empty text. A file
    /// that is to be sent is read through a <c>blob:</c> address, and its picture is drawn by a worker that comes from one.
    /// </summary>
    private const string Sources =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
        + "img-src 'self' data: blob:; connect-src 'self' blob:; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors ";

    private const string Powers = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    /// <summary>In seconds: a year.</summary>
    private const string Https = "max-age=31536000";

    /// <summary>Who may embed the page is who may call its Direct Line; each is an origin and nothing else, which the start makes sure of.</summary>
    private readonly string policy = Sources + (options.Value.AllowedOrigins is { Count: > 0 } sites ? string.Join(' ', sites) : "'none'");

    /// <summary>On every answer of the app.</summary>
    public static Task AddToAllAsync(HttpContext http, RequestDelegate next)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Also behind a proxy that is known (Proxies:Known). From any other, who asks could have written the header.
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = Https;
        return next(http);
    }

    /// <summary>On what is shown as a page. Browsers that know frame-ancestors leave the older header aside; it cannot name sites.</summary>
    public void AddToPage(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = policy;
        headers["Permissions-Policy"] = Powers;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (options.Value.AllowedOrigins.Count == 0)
            headers.XFrameOptions = "DENY";
    }
}
