namespace AgaBot.Channels.Page;

/// <summary>Serves the pages, in the requested or previously chosen language, and their files.</summary>
internal sealed class PageEndpoints(PageFiles files, PageTemplates templates, SecurityHeaders headers)
{
    /// <summary>The query parameter of the language, and the cookie that stores it.</summary>
    private const string Language = "idioma";

    /// <summary>File names contain a hash of the content, so a file never changes.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>The name of the script on other sites is fixed, so caches expire.</summary>
    private const string AnHour = "public, max-age=3600";

    private static readonly CookieOptions Remembered = new()
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        HttpOnly = true,
        IsEssential = true,
    };

    public Task IndexAsync(HttpContext http) => PageAsync(http, templates.Index);

    public Task FichasAsync(HttpContext http) => PageAsync(http, templates.Fichas);

    public Task DataAsync(HttpContext http) => PageAsync(http, templates.Data);

    /// <summary>
    /// Sends the same page for every address, and does not repeat the address. The response is not cached, because the address may exist
    /// later.
    /// </summary>
    public Task NotFoundAsync(HttpContext http)
    {
        headers.AddToPage(http.Response.Headers);
        http.Response.Headers.Vary = "Accept, Accept-Encoding, Cookie";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        RenderedPage page = templates.NotFound.In(LanguageOf(http));
        return WriteAsync(http, page, VariantOf(page, http));
    }

    /// <summary>Serves the script that embeds the page, the only file that other sites may load.</summary>
    public Task EmbedAsync(HttpContext http)
    {
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        http.Response.Headers.Vary = "Accept-Encoding";
        return SendAsync(http, templates.Embed.In(PageTexts.Spanish), AnHour);
    }

    public Task FileAsync(HttpContext http)
    {
        if (http.GetRouteValue("file") is not string name || files[name] is not { } file)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        (string path, string? encoding) = file.VariantFor(http.Request.Headers.AcceptEncoding.ToString());
        http.Response.Headers.Vary = "Accept-Encoding";
        if (IsNotModified(http, file.Hash, encoding, ForEver))
            return Task.CompletedTask;
        SetEncoding(http, encoding);
        var variant = new FileInfo(path);
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = variant.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.SendFileAsync(variant.FullName, http.RequestAborted);
    }

    private Task PageAsync(HttpContext http, PageTemplate page)
    {
        headers.AddToPage(http.Response.Headers);
        http.Response.Headers.Vary = "Accept-Encoding, Cookie";
        return SendAsync(http, page.In(LanguageOf(http)), "no-cache");
    }

    private static string LanguageOf(HttpContext http)
    {
        string asked = http.Request.Query[Language].ToString();
        if (asked is PageTexts.Spanish or PageTexts.English)
        {
            http.Response.Cookies.Append(Language, asked, Remembered);
            return asked;
        }
        return http.Request.Cookies[Language] == PageTexts.English ? PageTexts.English : PageTexts.Spanish;
    }

    private static Task SendAsync(HttpContext http, RenderedPage page, string cacheControl)
    {
        (byte[] Content, string? Encoding) variant = VariantOf(page, http);
        return IsNotModified(http, page.Hash, variant.Encoding, cacheControl) ? Task.CompletedTask : WriteAsync(http, page, variant);
    }

    private static (byte[] Content, string? Encoding) VariantOf(RenderedPage page, HttpContext http) =>
        page.VariantFor(http.Request.Headers.AcceptEncoding.ToString());

    private static Task WriteAsync(HttpContext http, RenderedPage page, (byte[] Content, string? Encoding) variant)
    {
        SetEncoding(http, variant.Encoding);
        http.Response.ContentType = page.ContentType;
        http.Response.ContentLength = variant.Content.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(variant.Content, http.RequestAborted).AsTask();
    }

    private static void SetEncoding(HttpContext http, string? encoding)
    {
        if (encoding is not null)
            http.Response.Headers.ContentEncoding = encoding;
    }

    /// <summary>
    /// Sets the cache headers. True if the browser has this content, to which 304 is the response. Each encoding has its own ETag (RFC
    /// 9110, 8.8.3.3).
    /// </summary>
    private static bool IsNotModified(HttpContext http, string hash, string? encoding, string cacheControl)
    {
        IHeaderDictionary response = http.Response.Headers;
        response.CacheControl = cacheControl;
        response.ETag = $"\"{hash}{encoding}\"";
        if (http.Request.Headers.IfNoneMatch == response.ETag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        return false;
    }
}
