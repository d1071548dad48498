using System.Collections.Immutable;
using AgaBot.Tests.Channels;
using AgaBot.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>The page embedded in the site of a municipality, with the two lines of the documentation.</summary>
[Trait("Category", "Integration")]
public sealed class EmbeddingTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Two_lines_bring_the_conversation_onto_a_site_that_the_settings_name()
    {
        var bot = new TaskCompletionSource<Uri>();
        (LocalServer server, string municipality) = await ServeAsync(bot.Task);
        await using LocalServer serving = server;
        await using BotApp app = BotApp.Start(Allowing(municipality));
        bot.SetResult(app.Address);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage site = await context.NewPageAsync();

        await site.GotoAsync(municipality);
        IFrameLocator frame = site.FrameLocator("iframe");
        await frame.Locator("#webchat:not([inert]) .ac-adaptiveCard").First.WaitForAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Proponer un compromiso" }).ClickAsync();
        await frame.Locator("#webchat .ac-adaptiveCard").Nth(1).WaitForAsync();
        await site.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", "incrustada.png") });

        Assert.Equal("Conversación con AgaBot: Plan AGA 2016 – 2017", await site.Locator("iframe").GetAttributeAsync("title"));
    }

    [Fact]
    public async Task Another_site_shows_nothing_of_it()
    {
        await using BotApp app = BotApp.Start(Allowing("https://www.munitrujillo.gob.pe"));
        (LocalServer server, string stranger) = await ServeAsync(Task.FromResult(app.Address));
        await using LocalServer serving = server;
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage site = await context.NewPageAsync();
        var refused = new TaskCompletionSource();
        site.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
                refused.TrySetResult();
        };

        await site.GotoAsync(stranger);

        await refused.Task.WaitAsync(TimeSpan.FromSeconds(15));
        Assert.Equal(0, await site.FrameLocator("iframe").Locator("#webchat").CountAsync());
    }

    private static BotAppSettings Allowing(string site) =>
        new() { Configuration = ImmutableDictionary<string, string>.Empty.Add("DirectLine:AllowedOrigins:0", site) };

    /// <summary>A site that embeds the bot. Its host is "localhost", which differs from the host of the bot.</summary>
    private static async Task<(LocalServer Server, string Origin)> ServeAsync(Task<Uri> bot)
    {
        LocalServer server = await LocalServer.StartAsync(async http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(
                $"""
                <!DOCTYPE html><html lang="es"><title>Municipalidad</title><h1>Municipalidad</h1>
                <div id="agabot"></div>
                <script src="{await bot}incrustar.js" async></script>
                """
            );
        });
        return (server, server.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
    }
}
