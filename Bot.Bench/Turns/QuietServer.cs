using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AgaBot.Bench.Turns;

/// <summary>A server of the bench, without logs and without file watching.</summary>
internal static class QuietServer
{
    /// <summary>
    /// An argument: do not watch the folder that one was started in. Where the bot's database lies below it, each of its writes would be
    /// told, and cost both sides time.
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
