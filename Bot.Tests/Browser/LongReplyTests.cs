using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>The page shows the beginning of the last reply; if the reply is too long for the screen, its end is below.</summary>
[Trait("Category", "Integration")]
public sealed class LongReplyTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    /// <summary>In pixels: the distance between the top of the scroll area and its first element.</summary>
    private const int Margin = 60;

    [Fact]
    public async Task A_long_reply_is_seen_from_its_beginning_and_a_question_with_its_buttons()
    {
        await using BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton(TimeProvider.System) });
        await using IBrowserContext context = await chromium.OnPhoneAsync();
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);
        await chat.ComeToTheProposalAsync();
        await IsInViewAsync(chat.NewestCard.GetByText("¿Qué propone?"));
        await IsInViewAsync(chat.NewestCard.GetByRole(AriaRole.Button, new() { Name = "Continuar", Exact = true }));
        await chat.FillAsync("Población preparada ante desastres");
        await chat.PressAsync("Continuar");
        await IsInViewAsync(chat.NewestCard.GetByText("¿Qué problema público busca resolver?"));
        await IsInViewAsync(chat.NewestCard.GetByRole(AriaRole.Button, new() { Name = "Continuar", Exact = true }));

        await chat.AskAsync("enviar");
        await IsAtTheTopAsync(page, chat.NewestCard);

        await chat.PressAsync("Cómo lo leería un evaluador");
        ILocator reading = page.Locator("#webchat .webchat__bubble").Filter(new() { HasText = "Así lo leería un evaluador" });
        await IsAtTheTopAsync(page, reading);
        await chat.PictureAsync("lectura-de-evaluador");

        await chat.PressAsync("Enviar");
        await chat.FillWhoAsync();
        await chat.PressAsync("Continuar");
        await IsInViewAsync(chat.NewestCard.GetByText("Recibimos su ficha"));
        await IsInViewAsync(chat.NewestCard.GetByRole(AriaRole.Button, new() { Name = "Ver el avance", Exact = true }));
        Assert.Empty(chat.Faults);
    }

    private static Task IsInViewAsync(ILocator what) => Assertions.Expect(what).ToBeInViewportAsync(new() { Ratio = 1 });

    private static async Task IsAtTheTopAsync(IPage page, ILocator what)
    {
        await what.WaitForAsync();
        await page.WaitForFunctionAsync(
            """
            ([what, margin]) => {
              const top = document.querySelector('#webchat .webchat__basic-transcript__scrollable').getBoundingClientRect().top;
              const begins = what.getBoundingClientRect().top;
              return begins >= top && begins <= top + margin;
            }
            """,
            new object[] { await what.ElementHandleAsync(), Margin }
        );
    }
}
