using System.Net;
using AgaBot.Tests.Hosting;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>The print page of a person's own fichas, which requires the token of the device.</summary>
[Trait("Category", "Integration")]
public sealed class OwnFichasTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private static readonly Uri Data = new("/mis-fichas/datos", UriKind.Relative);

    private readonly BotApp app = BotApp.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_sent_ficha_is_printed_as_on_paper_and_only_on_its_own_device()
    {
        await using IBrowserContext device = await DeviceAsync();
        IPage page = await device.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);
        await SendFichaAsync(page, chat);

        await chat.ChooseInMenuAsync("Imprimir mis fichas");
        ILocator ficha = page.Locator(".ficha");
        await ficha.WaitForAsync();
        await chat.PictureAsync("imprimir-1-pantalla");
        Assert.Empty(await chat.AxeAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.ScreenshotAsync(
            new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", "imprimir-2-papel.png"), FullPage = true }
        );
        Assert.Equal(8, await ficha.Locator("li").CountAsync());
        string paper = await ficha.InnerTextAsync();
        Assert.Contains("1. Componente", paper, StringComparison.Ordinal);
        Assert.Contains("Portal (c) 2016... <b>abierto</b>", paper, StringComparison.Ordinal);
        Assert.Equal(["Planes y programas (simulacros)", "Jun 2016", "Jun 2017"], await ficha.Locator("tbody td").AllInnerTextsAsync());
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Imprimir" }).IsVisibleAsync());

        await using IBrowserContext other = await DeviceAsync();
        IPage theirs = await other.NewPageAsync();
        await theirs.GotoAsync(page.Url);
        await theirs.GetByText("Todavía no hay fichas enviadas desde este dispositivo.").WaitForAsync();
        Assert.Equal(0, await theirs.Locator(".ficha").CountAsync());
    }

    [Fact]
    public async Task All_that_is_kept_is_saved_as_a_file_and_on_a_new_device_there_is_nothing_to_save()
    {
        await using IBrowserContext device = await DeviceAsync();
        IPage page = await device.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);
        foreach (
            string words in (string[])
                ["presentarme", "sí", "Participante 07", "Gobierno Regional La Libertad", "Gobierno Regional", "saltar", "proponer"]
        )
            await chat.SayAsync(words);
        await page.GetByText("1 de 8").First.WaitForAsync();

        await page.GotoAsync(new Uri(app.Address, "/datos").ToString());
        Assert.Empty(await chat.AxeAsync());
        Task<IDownload> coming = page.WaitForDownloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Descargar mis datos" }).ClickAsync();
        IDownload file = await coming;
        Assert.Equal("mis-datos.html", file.SuggestedFilename);
        await using IBrowserContext reader = await DeviceAsync();
        IPage opened = await reader.NewPageAsync();
        await opened.SetContentAsync(await File.ReadAllTextAsync(await file.PathAsync()));
        Assert.Equal(1, await opened.GetByRole(AriaRole.Heading, new() { Level = 1 }).CountAsync());
        await opened.GetByText("Participante 07").First.WaitForAsync();
        await opened.ScreenshotAsync(
            new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", "mis-datos-archivo.png"), FullPage = true }
        );

        await using IBrowserContext other = await DeviceAsync();
        IPage theirs = await other.NewPageAsync();
        await theirs.GotoAsync(new Uri(app.Address, "/datos").ToString());
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Descargar mis datos" }).ClickAsync();
        await theirs.GetByText("Todavía no hay nada guardado de este dispositivo.").WaitForAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer t.a.b.9999999999.c")]
    public async Task Without_a_token_of_ours_nobodys_fichas_are_given(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Data);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using HttpResponseMessage answer = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task SendFichaAsync(IPage page, ChatPage chat)
    {
        string[] said =
        [
            "presentarme",
            "sí",
            "Participante 07",
            "Gobierno Regional La Libertad",
            "Gobierno Regional",
            "saltar",
            "proponer",
            "Transparencia",
            "Portal (c) 2016... <b>abierto</b>",
            "Nadie encuentra los presupuestos.",
            "Que cualquiera los encuentre",
            "Gobierno Regional",
            "Municipalidades",
            "Planes y programas (simulacros); Jun 2016; Jun 2017",
            "listo",
            "julio 2017",
            "enviar",
        ];
        ILocator cards = page.Locator("#webchat .ac-adaptiveCard");
        foreach (string words in said)
        {
            int before = await cards.CountAsync();
            await chat.SayAsync(words);
            await cards.Nth(before).WaitForAsync();
        }
        await page.GetByText("Portal (c) 2016... <b>abierto</b>").First.WaitForAsync();
    }

    private Task<IBrowserContext> DeviceAsync() => chromium.OnPhoneAsync();
}
