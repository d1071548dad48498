using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AgaBot.Bench.Turns;

/// <summary>
/// A server of the bench's own. It logs nothing, and does not watch the folder that it was started in: where the bot's database lies below it,
/// each of its writes would be told, and cost both sides time.
/// </summary>
internal static class QuietServer
{
    public static WebApplicationBuilder At(string url)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        return builder;
    }
}
