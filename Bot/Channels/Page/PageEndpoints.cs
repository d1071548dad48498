namespace AgaBot.Channels.Page;

/// <summary>Serves the page and what it loads.</summary>
internal sealed class PageEndpoints(PageFiles files)
{
    /// <summary>
    /// Nothing from elsewhere and nothing inline. Web Chat adds empty style elements and fills them by script: the hash is of the empty text.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
        + "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A file's name holds the hash of its content: it never changes.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    public Task IndexAsync(HttpContext http)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return SendAsync(http, files[PageFiles.Index] ?? throw new InvalidOperationException("The page was not built."), "no-cache");
    }

    public Task FileAsync(HttpContext http)
    {
        if (http.GetRouteValue("file") is string name && name != PageFiles.Index && files[name] is { } file)
            return SendAsync(http, file, ForEver);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task SendAsync(HttpContext http, PageFile file, string cacheControl)
    {
        (string path, string? encoding) = file.FormFor(http.Request.Headers.AcceptEncoding.ToString());
        IHeaderDictionary headers = http.Response.Headers;
        headers.CacheControl = cacheControl;
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ETag = file.Tag(encoding);
        if (http.Request.Headers.IfNoneMatch == headers.ETag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        http.Response.ContentType = file.ContentType;
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        var form = new FileInfo(path);
        http.Response.ContentLength = form.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.SendFileAsync(form.FullName, http.RequestAborted);
    }
}
