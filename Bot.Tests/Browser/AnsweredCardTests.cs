using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>The questions and answers of a form remain visible on the page, also after a reload.</summary>
[Trait("Category", "Integration")]
public sealed class AnsweredCardTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task The_history_shows_what_was_answered_and_a_way_to_change_it_also_after_a_reload()
    {
        await using BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton(TimeProvider.System) });
        await using IBrowserContext context = await chromium.OnPhoneAsync();
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);
        await chat.ComeToTheProposalAsync();
        await chat.FillAsync("Población preparada ante desastres");
        await chat.PressAsync("Continuar");

        ILocator proposal = Card(page, "Población preparada ante desastres");
        await proposal.WaitForAsync();
        await Card(page, "Comunidades seguras").WaitForAsync();
        await CanBeEditedAsync(page);
        string[] before = await chat.CardsAsync();
        Assert.Empty(await chat.AxeAsync());
        await chat.PictureAsync("respondidas-1-antes");

        await page.ReloadAsync();

        await proposal.WaitForAsync();
        Assert.Equal(before, await chat.CardsAsync());
        await CanBeEditedAsync(page);
        Assert.Empty(await chat.AxeAsync());
        await chat.PictureAsync("respondidas-2-al-volver");

        int cards = before.Length;
        await proposal.GetByRole(AriaRole.Button, new() { Name = "Editar 2", Exact = true }).ClickAsync();
        await page.Locator("#webchat .ac-adaptiveCard").Nth(cards).WaitForAsync();
        Assert.Equal("Población preparada ante desastres", await chat.NewestCard.Locator("textarea").InputValueAsync());
        Assert.Empty(chat.Faults);
    }

    private static async Task CanBeEditedAsync(IPage page)
    {
        foreach (string button in (string[])["Editar 1", "Editar 2"])
            await Assertions
                .Expect(page.Locator("#webchat").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last)
                .ToBeEnabledAsync();
    }

    /// <summary>The card that replaced a card with this answer.</summary>
    private static ILocator Card(IPage page, string answer) =>
        page.Locator("#webchat .ac-adaptiveCard:not(:has(input, textarea))").Filter(new() { HasText = answer });
}
