using AgaBot.Channels.DirectLine;
using Microsoft.Net.Http.Headers;

namespace AgaBot.Channels.Page;

/// <summary>Tells a person whose browser asks for an address that is not there how to go on. A program gets the status alone, as before.</summary>
internal static class NotFoundPage
{
    private const string Html = "text/html";

    /// <summary>Where programs ask, and connectors of other bots.</summary>
    private static readonly PathString[] Programs = ["/api", "/v3", DirectLineRegistration.Base];

    public static bool AppliesTo(HttpContext http) =>
        http.GetEndpoint() is null
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && !Programs.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        && MediaTypeHeaderValue.TryParseList(http.Request.Headers.Accept, out IList<MediaTypeHeaderValue>? taken)
        && taken.Any(static type => type.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase) && type.Quality is null or > 0);
}
