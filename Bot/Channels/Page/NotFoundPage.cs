using AgaBot.Channels.DirectLine.Authorization;
using Microsoft.Net.Http.Headers;

namespace AgaBot.Channels.Page;

/// <summary>Selects the requests that get an HTML page with the status 404. ProgramPaths get the status only.</summary>
internal static class NotFoundPage
{
    private const string Html = "text/html";

    /// <summary>Paths that programs and connectors of other bots call.</summary>
    private static readonly PathString[] ProgramPaths = ["/api", "/v3", DirectLineOptions.BasePath];

    public static bool AppliesTo(HttpContext http) =>
        http.GetEndpoint() is null
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && !ProgramPaths.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        && MediaTypeHeaderValue.TryParseList(http.Request.Headers.Accept, out IList<MediaTypeHeaderValue>? taken)
        && taken.Any(static type => type.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase) && type.Quality is null or > 0);
}
