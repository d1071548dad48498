using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>A press has a duration, and messages that arrive meanwhile move the cards under the pointer.</summary>
[Trait("Category", "Integration")]
public sealed class HeldPressTests : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private const string Pressed = "Proponer un compromiso";
    private const string Next = "Sí, acepto";

    private readonly BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton(TimeProvider.System) });
    private readonly BrowserFixture chromium;
    private IBrowserContext? context;
    private IPage? page;
    private ChatPage? chat;

    public HeldPressTests(BrowserFixture chromium) => this.chromium = chromium;

    private IPage Page => page!;

    private ChatPage Chat => chat!;

    private ILocator Button => Chat.NewestCard.GetByRole(AriaRole.Button, new() { Name = Pressed, Exact = true });

    public async Task InitializeAsync()
    {
        context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                Locale = "es-PE",
                HasTouch = true,
            }
        );
        page = await context.NewPageAsync();
        chat = new ChatPage(page);
        // The observed heights of Web Chat's connection status, frame by frame.
        await page.AddInitScriptAsync(
            """
            window.heights = new Set();
            (function look() {
              const line = document.querySelector('#webchat .webchat__connectivityStatus');
              if (line) window.heights.add(line.offsetHeight);
              requestAnimationFrame(look);
            })();
            """
        );
        await chat.OpenAsync(app.Address);
    }

    public async Task DisposeAsync()
    {
        await context!.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task It_counts_where_the_cards_have_moved_before_the_button_is_let_go()
    {
        await HoldAsync();
        await MoveAwayAsync();
        await Page.Mouse.UpAsync();

        await AnsweredAsync();
    }

    [Fact]
    public async Task It_counts_where_the_cards_are_drawn_anew_before_the_button_is_let_go()
    {
        await HoldAsync();
        await Page.EvaluateAsync("() => document.getElementById('high-contrast').click()");
        await Page.Mouse.UpAsync();

        await AnsweredAsync();
        await Page.WaitForFunctionAsync(
            "() => getComputedStyle(document.querySelector('#webchat .webchat__bubble__content')).backgroundColor === 'rgb(0, 0, 0)'"
        );
    }

    [Fact]
    public async Task A_finger_presses_what_it_touched_and_not_what_came_under_it()
    {
        ICDPSession touch = await context!.NewCDPSessionAsync(Page);
        (float x, float y) = await MiddleAsync();
        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchStart", ["touchPoints"] = new[] { new { x, y } } });
        await MoveAwayAsync();
        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });

        await AnsweredAsync();
    }

    [Fact]
    public async Task Who_lets_go_elsewhere_has_pressed_nothing()
    {
        await HoldAsync();
        LocatorBoundingBoxResult words = (await Chat.NewestCard.GetByText("Hola, soy AgaBot").BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(words.X + 5, words.Y + 5);
        await Page.Mouse.UpAsync();

        await Chat.PressAsync("Ver el avance");
        Assert.DoesNotContain(await Chat.CardsAsync(), card => card.Contains(Next, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_goes_when_the_page_is_connected_took_no_room_that_the_first_card_would_move_into()
    {
        await IsAtRestAsync();

        Assert.Equal(0, Assert.Single(await Page.EvaluateAsync<int[]>("() => [...window.heights]")));
    }

    private async Task HoldAsync()
    {
        (float x, float y) = await MiddleAsync();
        await Page.Mouse.MoveAsync(x, y);
        await Page.Mouse.DownAsync();
    }

    private async Task<(float X, float Y)> MiddleAsync()
    {
        await IsAtRestAsync();
        LocatorBoundingBoxResult box = (await Button.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    /// <summary>Waits until Web Chat is connected.</summary>
    private async Task IsAtRestAsync() =>
        await Page.WaitForFunctionAsync("() => !document.querySelector('#webchat .webchat__connectivityStatus')");

    /// <summary>Resizes the window, as when the keyboard of a telephone closes.</summary>
    private async Task MoveAwayAsync()
    {
        LocatorBoundingBoxResult before = (await Button.BoundingBoxAsync())!;
        await Page.SetViewportSizeAsync(390, 844 + (2 * (int)before.Height));
        await Page.WaitForFunctionAsync(
            "top => document.querySelector('#webchat .ac-pushButton').getBoundingClientRect().top > top",
            (double)(before.Y + before.Height)
        );
    }

    private async Task AnsweredAsync()
    {
        await Chat.NewestCard.GetByRole(AriaRole.Button, new() { Name = Next, Exact = true }).WaitForAsync();
        Assert.Empty(Chat.Faults);
    }
}
