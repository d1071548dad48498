using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AgaBot.Tests.Hosting;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>The page on a municipality's own site, by the two lines that the documentation gives.</summary>
public sealed class EmbeddingTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Two_lines_bring_the_conversation_onto_a_site_that_the_settings_name()
    {
        string municipality = FreeSite();
        await using BotApp app = BotApp.Start(Allowing(municipality));
        using HttpListener server = Serve(municipality, app.Address);
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
        string stranger = FreeSite();
        await using BotApp app = BotApp.Start(Allowing("https://www.munitrujillo.gob.pe"));
        using HttpListener server = Serve(stranger, app.Address);
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

    /// <summary>An origin on this machine that nobody serves yet.</summary>
    private static string FreeSite()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }

    private static HttpListener Serve(string site, Uri bot)
    {
        byte[] html = Encoding.UTF8.GetBytes(
            $"""
            <!DOCTYPE html><html lang="es"><title>Municipalidad</title><h1>Municipalidad</h1>
            <div id="agabot"></div>
            <script src="{bot}incrustar.js" async></script>
            """
        );
        var server = new HttpListener { Prefixes = { site + "/" } };
        server.Start();
        server.BeginGetContext(Answer, null);
        return server;

        void Answer(IAsyncResult asked)
        {
            if (!server.IsListening)
                return;
            HttpListenerResponse response = server.EndGetContext(asked).Response;
            server.BeginGetContext(Answer, null);
            response.ContentType = "text/html; charset=utf-8";
            response.Close(html, willBlock: false);
        }
    }
}
