using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>A page that stays open during a restart of the server, and longer than its token is valid.</summary>
[Trait("Category", "Integration")]
public sealed class StayingTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    /// <summary>In milliseconds: Web Chat tries to reconnect every 3 to 15 seconds.</summary>
    private const float UntilConnectedAgain = 60_000;

    [Fact]
    public async Task A_ficha_goes_on_over_a_restart_of_the_server_without_a_reload()
    {
        await using BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton(TimeProvider.System) });
        await using IBrowserContext context = await chromium.OnPhoneAsync();
        IPage page = await context.NewPageAsync();
        ChatPage chat = await AtTheProposalAsync(app, page);

        ILocator lost = page.GetByText("Se cortó la conexión");
        Task said = lost.WaitForAsync();
        await app.RestartAsync();
        await said;
        await chat.PictureAsync("sin-conexion");
        await lost.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        // The typed text is still there and can be sent.
        await chat.PressAsync("Continuar");
        await chat.FillAsync("Población vulnerable ante sismos");
        await chat.PressAsync("Continuar");
        await chat.SayAsync("enviar");
        await chat.NewestCard.GetByText("Revise su ficha").WaitForAsync();
        await chat.NewestCard.GetByText("Población vulnerable ante sismos").WaitForAsync();
        await chat.PictureAsync("tras-reinicio");
        string[] before = await chat.CardsAsync();
        await page.ReloadAsync();
        await chat.IsOpenAsync();
        await chat.NewestCard.GetByText("Revise su ficha").WaitForAsync();
        await chat.NewestCard.GetByText("Población vulnerable ante sismos").WaitForAsync();
        Assert.Equal(before, await chat.CardsAsync());
    }

    [Fact]
    public async Task Where_the_device_keeps_nothing_the_conversation_goes_on_over_a_restart_all_the_same()
    {
        await using BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton(TimeProvider.System) });
        await using IBrowserContext context = await chromium.OnPhoneAsync();
        await context.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new Error('switched off'); } })");
        IPage page = await context.NewPageAsync();
        ChatPage chat = await AtTheProposalAsync(app, page);

        ILocator lost = page.GetByText("Se cortó la conexión");
        await app.RestartAsync(whileGone: () => lost.WaitForAsync());
        await lost.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        await chat.PressAsync("Continuar");
        Assert.Contains("Población preparada ante desastres", (await chat.CardsAsync())[^2]);
    }

    [Fact]
    public async Task A_page_that_stays_open_changes_its_token_before_it_expires()
    {
        var clock = new MovedClock(DateTimeOffset.UtcNow);
        await using BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton<TimeProvider>(clock) });
        await using IBrowserContext context = await chromium.Browser.NewContextAsync(new() { Locale = "es-PE" });
        IPage page = await context.NewPageAsync();
        await page.Clock.InstallAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);

        clock.Forward(TimeSpan.FromMinutes(16));
        IResponse refreshed = await page.RunAndWaitForResponseAsync(
            () => page.Clock.FastForwardAsync("16:00"),
            response => response.Url.EndsWith("/tokens/refresh", StringComparison.Ordinal)
        );
        Assert.True(refreshed.Ok);
        await refreshed.FinishedAsync();
        // The first token has expired.
        clock.Forward(TimeSpan.FromMinutes(20));
        await chat.PressAsync("Proponer un compromiso");

        Assert.Empty(chat.Faults);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(90)]
    public async Task A_page_that_was_away_for_long_goes_on_without_a_reload(int minutes)
    {
        var clock = new MovedClock(DateTimeOffset.UtcNow);
        await using BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton<TimeProvider>(clock) });
        await using IBrowserContext context = await chromium.OnPhoneAsync();
        IPage page = await context.NewPageAsync();
        await page.Clock.InstallAsync();
        ChatPage chat = await AtTheProposalAsync(app, page);
        await chat.SendBox.FillAsync("una pregunta a medias");

        ILocator lost = page.GetByText("Se cortó la conexión");
        await app.RestartAsync(whileGone: async () =>
        {
            await lost.WaitForAsync();
            clock.Forward(TimeSpan.FromMinutes(minutes));
            // After a quarter of an hour Web Chat gives up, and after half an hour its token has expired.
            await page.Clock.FastForwardAsync(minutes * 60_000L);
        });
        await lost.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        // The unsent text is still there, and the focus has not moved.
        Assert.Equal("una pregunta a medias", await chat.SendBox.InputValueAsync());
        await Assertions.Expect(chat.SendBox).ToBeFocusedAsync();
        int messages = (await chat.CardsAsync()).Length;
        await chat.PressAsync("Continuar");
        await chat.PictureAsync($"tras-{minutes}-minutos");
        string[] cards = await chat.CardsAsync();
        Assert.Equal(messages + 1, cards.Length);
        Assert.Contains("Población preparada ante desastres", cards[^2]);
    }

    /// <summary>Opens the second question of a ficha, with unsent text in the card.</summary>
    private static async Task<ChatPage> AtTheProposalAsync(BotApp app, IPage page)
    {
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);
        page.SetDefaultTimeout(UntilConnectedAgain);
        await chat.ComeToTheProposalAsync();
        await chat.FillAsync("Población preparada ante desastres");
        return chat;
    }
}
