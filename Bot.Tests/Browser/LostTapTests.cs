using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>What is pressed while nothing can be delivered arrives later, once.</summary>
[Trait("Category", "Integration")]
public sealed class LostTapTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private const string Answer = "Población preparada ante desastres";
    private const string NextQuestion = "¿Qué problema";

    /// <summary>In milliseconds: the outbox tries again every 1 to 30 seconds, and Web Chat reconnects every 3 to 15.</summary>
    private const float UntilDelivered = 60_000;

    private readonly BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton(TimeProvider.System) });
    private IBrowserContext? context;
    private IPage? page;
    private ChatPage? chat;

    private IPage Page => page!;

    private ChatPage Chat => chat!;

    private ILocator Sending => Page.Locator("#sending");

    private ILocator Continue => Chat.NewestCard.GetByRole(AriaRole.Button, new() { Name = "Continuar", Exact = true });

    public async Task InitializeAsync()
    {
        context = await chromium.OnPhoneAsync();
        page = await context.NewPageAsync();
        chat = new ChatPage(page);
    }

    public async Task DisposeAsync()
    {
        await context!.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    [InlineData(600)]
    public async Task A_press_without_a_network_arrives_when_the_network_is_back(int seconds)
    {
        await Page.Clock.InstallAsync();
        await AtTheProposalAsync();

        await context!.SetOfflineAsync(true);
        await Continue.ClickAsync();
        await Page.Clock.RunForAsync(seconds * 1_000L);
        await Sending.WaitForAsync();
        await Assertions.Expect(Continue).ToBeDisabledAsync();
        await Chat.PictureAsync($"sin-red-{seconds}-segundos");
        await context.SetOfflineAsync(false);
        await ArrivesAsync();

        await IsAnsweredOnceAsync();
    }

    [Fact]
    public async Task A_press_whose_answer_is_lost_on_the_way_is_answered_once()
    {
        await AtTheProposalAsync();
        int lost = 0;
        await Page.RouteAsync(
            "**/activities",
            async route =>
            {
                await route.FetchAsync();
                lost++;
                await route.AbortAsync();
            },
            new() { Times = 1 }
        );

        await Continue.ClickAsync();
        await ArrivesAsync();

        Assert.Equal(1, lost);
        await IsAnsweredOnceAsync();
    }

    [Fact]
    public async Task A_press_while_the_server_is_gone_arrives_when_it_is_back()
    {
        await AtTheProposalAsync();

        await app.RestartAsync(whileGone: async () =>
        {
            await Continue.ClickAsync();
            await Sending.WaitForAsync();
        });
        await ArrivesAsync();

        await IsAnsweredOnceAsync();
    }

    [Fact]
    public async Task A_press_that_waits_is_still_there_after_a_reload_with_its_values()
    {
        await AtTheProposalAsync();
        await Page.RouteAsync("**/activities", route => route.AbortAsync());

        await Continue.ClickAsync();
        await Sending.WaitForAsync();
        await Page.ReloadAsync();
        await Chat.NewestCard.WaitForAsync();
        await Sending.WaitForAsync();
        await Assertions.Expect(Chat.NewestCard.Locator("textarea").First).ToHaveValueAsync(Answer);
        await Assertions.Expect(Continue).ToBeDisabledAsync();
        await Chat.PictureAsync("pulsado-y-recargado");
        await Page.UnrouteAsync("**/activities");
        await ArrivesAsync();

        await IsAnsweredOnceAsync();
    }

    [Fact]
    public async Task A_double_tap_counts_once_and_says_nothing()
    {
        await AtTheProposalAsync();
        int posts = 0;
        Page.Request += (_, request) =>
            posts += request.Method == "POST" && request.Url.EndsWith("/activities", StringComparison.Ordinal) ? 1 : 0;

        await Continue.EvaluateAsync("button => { button.click(); button.click(); }");
        await ArrivesAsync();

        Assert.Equal(1, posts);
        await IsAnsweredOnceAsync();
    }

    [Fact]
    public async Task A_press_that_the_server_refuses_gives_the_card_back()
    {
        await AtTheProposalAsync();
        await Page.RouteAsync("**/activities", route => route.FulfillAsync(new() { Status = 400 }), new() { Times = 1 });

        await Continue.ClickAsync();
        await Page.Locator("#refused").WaitForAsync();
        await Assertions.Expect(Continue).ToBeEnabledAsync();
        await Assertions.Expect(Chat.NewestCard.Locator("textarea").First).ToHaveValueAsync(Answer);
        await Chat.PictureAsync("pulsado-y-rechazado");
        await Continue.ClickAsync();
        await ArrivesAsync();

        await IsAnsweredOnceAsync();
    }

    /// <summary>Opens the second question of a ficha, with an answer in the card.</summary>
    private async Task AtTheProposalAsync()
    {
        await Chat.OpenAsync(app.Address);
        Page.SetDefaultTimeout(UntilDelivered);
        await Chat.ComeToTheProposalAsync();
        await Chat.FillAsync(Answer);
    }

    private async Task ArrivesAsync()
    {
        await Chat.NewestCard.GetByText(NextQuestion).First.WaitForAsync();
        await Sending.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    /// <summary>Neither the page nor the server shows a second answer, now and after a reload.</summary>
    private async Task IsAnsweredOnceAsync()
    {
        string[] before = await Chat.CardsAsync();
        Assert.Single(before, card => card.Contains(NextQuestion, StringComparison.Ordinal));
        await Chat.ReloadAsync();
        await Chat.NewestCard.GetByText(NextQuestion).First.WaitForAsync();
        Assert.Equal(before, await Chat.CardsAsync());
        Assert.Equal(0, await Page.GetByText("ya no vale").CountAsync());
    }
}
