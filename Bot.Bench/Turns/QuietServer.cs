using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AgaBot.Bench.Turns;

/// <summary>A server of the bench, without logs and without file watching.</summary>
internal static class QuietServer
{
    /// <summary>
    /// Argument that turns off watching of the working folder for changed settings. If the database is below that folder, each write would
    /// raise an event and cost time.
    /// </summary>
    public const string WatchNothing = "--hostBuilder:reloadConfigOnChange=false";

    public static WebApplicationBuilder At(string url)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder([WatchNothing]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        return builder;
    }
}
