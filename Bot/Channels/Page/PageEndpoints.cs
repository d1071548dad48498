namespace AgaBot.Channels.Page;

/// <summary>Serves the pages, in the language that was asked for or chosen before, and what they load.</summary>
internal sealed class PageEndpoints(PageFiles files, PageTemplates templates, SecurityHeaders headers)
{
    /// <summary>The query's parameter, and the cookie that remembers it.</summary>
    private const string Language = "idioma";

    /// <summary>A file's name holds the hash of its content: it never changes.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>Other sites name the script once and never change the name.</summary>
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

    /// <summary>The same whatever was asked for, which is not repeated. Nobody keeps it: the address may be there tomorrow.</summary>
    public Task NotFoundAsync(HttpContext http)
    {
        headers.AddToPage(http.Response.Headers);
        http.Response.Headers.Vary = "Accept, Accept-Encoding, Cookie";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        RenderedPage page = templates.NotFound.In(LanguageOf(http));
        return WriteAsync(http, page, FormOf(page, http));
    }

    /// <summary>The script that puts the page onto another site: the one file that others may load.</summary>
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
        if (IsKnown(http, file.Hash, encoding, ForEver))
            return Task.CompletedTask;
        TellEncoding(http, encoding);
        var form = new FileInfo(path);
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = form.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.SendFileAsync(form.FullName, http.RequestAborted);
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
        (byte[] Content, string? Encoding) form = FormOf(page, http);
        return IsKnown(http, page.Hash, form.Encoding, cacheControl) ? Task.CompletedTask : WriteAsync(http, page, form);
    }

    private static (byte[] Content, string? Encoding) FormOf(RenderedPage page, HttpContext http) =>
        page.VariantFor(http.Request.Headers.AcceptEncoding.ToString());

    private static Task WriteAsync(HttpContext http, RenderedPage page, (byte[] Content, string? Encoding) form)
    {
        TellEncoding(http, form.Encoding);
        http.Response.ContentType = page.ContentType;
        http.Response.ContentLength = form.Content.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : http.Response.Body.WriteAsync(form.Content, http.RequestAborted).AsTask();
    }

    private static void TellEncoding(HttpContext http, string? encoding)
    {
        if (encoding is not null)
            http.Response.Headers.ContentEncoding = encoding;
    }

    /// <summary>Whether the browser has it already. Each encoding is a content of its own, as RFC 9110 wants it (8.8.3.3).</summary>
    private static bool IsKnown(HttpContext http, string hash, string? encoding, string cacheControl)
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
