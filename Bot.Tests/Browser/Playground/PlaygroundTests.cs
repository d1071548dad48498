using System.Text.RegularExpressions;
using AgaBot.Tests.Hosting;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser.Playground;

/// <summary>Microsoft's own channel, between a person in Chromium and the bot.</summary>
[Trait("Category", "Integration")]
public sealed partial class PlaygroundTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("emulator")]
    [InlineData("msteams")]
    public async Task A_ficha_is_sent_by_touching_cards_only(string channel)
    {
        await using BotApp app = BotApp.Start();
        await using PlaygroundProcess playground = await PlaygroundProcess.StartAsync(app.Address, channel);
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1400, Height = 900 },
            }
        );
        var chat = new PlaygroundPage(await context.NewPageAsync());

        await chat.OpenAsync(playground.Address);
        // The Playground speaks English.
        await chat.SayAsync("idioma español", "español");
        await chat.SayAsync("hola", "Proponer un compromiso");
        await chat.PressAsync("Proponer un compromiso", "Sí, acepto");
        await chat.PressAsync("Sí, acepto", "1 de 8");
        await chat.ChooseAsync("Comunidades seguras");
        await chat.PressAsync("Continuar", "2 de 8");
        await AnswerAsync(chat, "3 y 4 de 8", "Población preparada y organizada ante desastres");
        await AnswerAsync(
            chat,
            "5 y 6 de 8",
            "Población vulnerable ante fenómenos (sismos, inundaciones)",
            "Organizar y preparar a la población ante emergencias y/o desastres"
        );
        await AnswerAsync(chat, "7 de 8", "Gobierno Regional y Gobiernos Locales", "Vivienda\nSalud\nEducación\nCOFOPRI");
        await chat.FillAsync("Planes y programas (simulacros)", "Jun 2016", "Jun 2017");
        await chat.PressAsync("Agregar acción", "Quitar 1");
        await chat.PressAsync("Listo", "8 de 8");
        await AnswerAsync(chat, "Enviar", "julio 2017");
        await chat.PictureAsync($"playground-{channel}-revision");
        await chat.PressAsync("Enviar", "Sobre usted");
        await chat.FillAsync("Participante 07", "Gobierno Regional La Libertad");
        await chat.SelectAsync("Gobierno Regional");
        await chat.ChooseAsync("Mujer");
        await chat.PressAsync("Continuar", "número");

        await chat.PictureAsync($"playground-{channel}-recibo");
        Assert.Matches(ReceiptNumber(), await chat.NewestCard.InnerTextAsync());
    }

    [Fact]
    public async Task In_a_group_the_bot_answers_who_mentions_it_and_asks_nobody_for_a_ficha()
    {
        await using BotApp app = BotApp.Start();
        await using PlaygroundProcess playground = await PlaygroundProcess.StartAsync(app.Address, "msteams");
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1400, Height = 900 },
            }
        );
        var chat = new PlaygroundPage(await context.NewPageAsync());

        await chat.OpenAsync(playground.Address);
        await chat.GoToGroupAsync();
        await chat.HearAsync("Write to me privately");
        await chat.MentionAsync("progress", "Comunidades seguras");
        await chat.MentionAsync("propose", "private");

        await chat.PictureAsync("playground-msteams-grupo");
        Assert.True(await chat.ShowsAsync("Write to me privately"));
        Assert.False(await chat.ShowsAsync("I agree"));
    }

    private static async Task AnswerAsync(PlaygroundPage chat, string next, params string[] texts)
    {
        await chat.FillAsync(texts);
        await chat.PressAsync("Continuar", next);
    }

    [GeneratedRegex(@"\d{3}-\d{3}-\d")]
    private static partial Regex ReceiptNumber();
}
