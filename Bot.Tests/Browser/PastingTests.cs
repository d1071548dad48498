using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>A person pastes the text of a ficha into the send box.</summary>
[Trait("Category", "Integration")]
public sealed class PastingTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    private const string Ficha = """
        Componente: Integridad pública
        Propuesta de compromiso: Publicar las visitas
        Problema público:
        Nadie sabe quién
        visita a quién
        Objetivo: Que cualquiera pueda verlo
        """;

    [Fact]
    public async Task A_pasted_ficha_keeps_its_lines_and_only_the_rest_is_asked_for()
    {
        await using BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton(TimeProvider.System) });
        await using IBrowserContext context = await chromium.OnPhoneAsync();
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);
        await chat.ComeToTheProposalAsync();

        await chat.SendBox.FocusAsync();
        await page.Keyboard.InsertTextAsync(Ficha);
        await chat.PictureAsync("pegado-1-en-la-caja");
        Assert.Empty(await chat.AxeAsync());
        await page.Keyboard.PressAsync("Enter");

        await chat.NewestCard.GetByText("Reconocí su ficha en ese texto: 4 de 8 respuestas", new() { Exact = false }).WaitForAsync();
        await chat.PictureAsync("pegado-2-lo-que-falta");
        await chat.SayAsync("enviar");
        await chat.NewestCard.GetByText("Revise su ficha", new() { Exact = false }).WaitForAsync();
        Assert.Contains("Nadie sabe quién\nvisita a quién", await chat.NewestCard.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await chat.SidewaysAsync());
        Assert.Empty(chat.Faults);
    }
}
