using System.Text.RegularExpressions;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

[Trait("Category", "Integration")]
public sealed partial class PageTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("telefono-pequeno", 320, 568)]
    [InlineData("telefono", 390, 844)]
    [InlineData("escritorio", 1280, 800)]
    public async Task A_ficha_is_sent_by_touching_cards_only_and_found_again_after_a_reload(string device, int width, int height)
    {
        await using BotApp app = BotApp.Start(RunningClock);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                Locale = "es-PE",
            }
        );
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);

        await chat.OpenAsync(app.Address);
        await CheckAsync(chat, $"{device}-1-bienvenida");
        await chat.PressAsync("Proponer un compromiso");
        await CheckAsync(chat, $"{device}-2-consentimiento");
        await chat.PressAsync("Sí, acepto");
        await chat.ChooseAsync("Comunidades seguras");
        await CheckAsync(chat, $"{device}-3-componente");
        await chat.PressAsync("Continuar");
        await AnswerAsync(chat, "Población preparada y organizada ante desastres");
        await AnswerAsync(chat, "Población vulnerable ante fenómenos (sismos, inundaciones)");
        await AnswerAsync(chat, "Organizar y preparar a la población ante emergencias y/o desastres");
        await AnswerAsync(chat, "Gobierno Regional y Gobiernos Locales");
        await AnswerAsync(chat, "Vivienda\nSalud\nEducación\nCOFOPRI");
        await chat.FillAsync("Planes y programas (simulacros)", "Jun 2016", "Jun 2017");
        await chat.PressAsync("Agregar acción");
        await CheckAsync(chat, $"{device}-5-acciones");
        await chat.PressAsync("Listo");
        await chat.FillAsync("julio 2017");
        await chat.PressAsync("Continuar");
        await CheckAsync(chat, $"{device}-6-revision");
        await chat.PressAsync("Enviar");
        await chat.FillWhoAsync();
        await CheckAsync(chat, $"{device}-7-quien-envia");
        await chat.PressAsync("Continuar");
        await CheckAsync(chat, $"{device}-8-recibo");
        string receipt = ReceiptNumber().Match(await chat.NewestCard.InnerTextAsync()).Value;
        Assert.NotEmpty(receipt);

        await page.ReloadAsync();

        await page.GetByText(receipt).First.WaitForAsync();
        Assert.Equal(0, await chat.OlderCardsThatCanBePressedAsync());
        await chat.PictureAsync($"{device}-9-al-volver");
        Assert.Empty(chat.Faults);
    }

    /// <summary>Web Chat sorts by time: the replacement of a card would move behind other cards of the same time.</summary>
    private static BotAppSettings RunningClock { get; } = new() { Services = services => services.AddSingleton(TimeProvider.System) };

    private static async Task AnswerAsync(ChatPage chat, string text)
    {
        await chat.FillAsync(text);
        await chat.PressAsync("Continuar");
    }

    private static async Task CheckAsync(ChatPage chat, string state)
    {
        await chat.PictureAsync(state);
        Assert.Empty(await chat.AxeAsync());
    }

    [GeneratedRegex(@"\d{3}-\d{3}-\d")]
    private static partial Regex ReceiptNumber();
}
