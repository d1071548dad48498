using System.Collections.Immutable;
using AgaBot.Tests.Hosting;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>The page on a municipality's own site, by the two lines that the documentation gives.</summary>
public sealed class EmbeddingTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    /// <summary>Answered by the test itself; only a site on this machine may load what is on it.</summary>
    private const string Municipality = "http://localhost:4599";

    [Fact]
    public async Task Two_lines_bring_the_conversation_onto_a_site_that_the_settings_name()
    {
        await using BotApp app = BotApp.Start(Allowing(Municipality));
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage site = await OpenSiteAsync(context, app);

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
        await using BotApp app = BotApp.Start(Allowing("http://localhost:4600"));
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        var refused = new TaskCompletionSource<string>();
        context.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
                refused.TrySetResult(message.Text);
        };

        IPage site = await OpenSiteAsync(context, app);

        await refused.Task.WaitAsync(TimeSpan.FromSeconds(15));
        Assert.Equal(0, await site.FrameLocator("iframe").Locator("#webchat").CountAsync());
    }

    private static BotAppSettings Allowing(string site) => new()
    {
        Configuration = ImmutableDictionary<string, string>.Empty.Add("DirectLine:AllowedOrigins:0", site),
    };

    /// <summary>The municipality's page is made here; the bot behind its frame is the real one.</summary>
    private static async Task<IPage> OpenSiteAsync(IBrowserContext context, BotApp app)
    {
        IPage site = await context.NewPageAsync();
        await site.RouteAsync($"{Municipality}/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"""
                <!DOCTYPE html><html lang="es"><title>Municipalidad</title><h1>Municipalidad</h1>
                <div id="agabot"></div>
                <script src="{app.Address}incrustar.js" async></script>
                """,
        }));
        await site.GotoAsync(Municipality + "/");
        return site;
    }
}
