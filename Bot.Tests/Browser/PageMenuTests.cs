using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>The menu of the page: appearance, language, printing, and leaving the conversation.</summary>
[Trait("Category", "Integration")]
public sealed class PageMenuTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    // Web Chat sorts by time: with a stopped clock, the order of the cards would be random.
    private readonly BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton(TimeProvider.System) });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData(320, 568)]
    [InlineData(1280, 800)]
    public async Task Larger_text_and_high_contrast_are_chosen_remembered_and_usable(int width, int height)
    {
        await using IBrowserContext context = await DeviceAsync(width, height);
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);
        int before = await HeightAsync(chat);

        await chat.ChooseInMenuAsync("Texto más grande");
        await chat.ChooseInMenuAsync("Alto contraste");
        await CheckAsync(chat, $"contraste-{width}-1-menu");
        await page.Keyboard.PressAsync("Escape");
        await page.ReloadAsync();
        await chat.IsOpenAsync();
        await chat.PressAsync("Proponer un compromiso");
        await CheckAsync(chat, $"contraste-{width}-2-consentimiento");
        await chat.PressAsync("Sí, acepto");
        await CheckAsync(chat, $"contraste-{width}-3-componente");

        Assert.True(await page.Locator("html[data-text=larger][data-contrast=high]").IsVisibleAsync());
        Assert.True(await HeightAsync(chat) > before);
        Assert.Empty(chat.Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_told_their_system_that_they_need_contrast_has_it_at_once(bool forcesColours)
    {
        await using IBrowserContext context = await DeviceAsync(
            390,
            844,
            options =>
            {
                options.Contrast = forcesColours ? Contrast.NoPreference : Contrast.More;
                options.ForcedColors = forcesColours ? ForcedColors.Active : ForcedColors.None;
            }
        );
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);

        await chat.OpenAsync(app.Address);

        await CheckAsync(chat, $"contraste-del-sistema-{(forcesColours ? "colores" : "mas")}");
        Assert.Equal(forcesColours ? "normal" : "high", await page.Locator("html").GetAttributeAsync("data-contrast"));
    }

    [Fact]
    public async Task The_language_is_switched_on_the_page_and_in_the_conversation_and_remembered()
    {
        await using IBrowserContext context = await DeviceAsync(390, 844);
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);

        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await page.GetByText("From now on I will answer in English.").First.WaitForAsync();
        await page.GotoAsync(app.Address.ToString());
        await chat.IsOpenAsync();

        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await page.GetByText("Responsible for your data: Gobierno Regional La Libertad.").IsVisibleAsync());
        await CheckAsync(chat, "idioma-ingles");
        Assert.Empty(chat.Faults);
    }

    [Fact]
    public async Task A_conversation_that_begins_on_the_English_page_is_in_English()
    {
        await using IBrowserContext context = await DeviceAsync(1280, 800);
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);

        await chat.OpenAsync(new Uri(app.Address, "/?idioma=en"));

        await chat.NewestCard.GetByRole(AriaRole.Button, new() { Name = "Propose a commitment" }).WaitForAsync();
    }

    [Fact]
    public async Task Whoever_leaves_a_shared_computer_leaves_nothing_of_the_conversation_on_it()
    {
        await using IBrowserContext context = await DeviceAsync(390, 844);
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);
        await chat.PressAsync("Proponer un compromiso");
        string token = await TokenAsync(page);

        await chat.ChooseInMenuAsync("Salir de esta conversación");
        await CheckAsync(chat, "salir-1-pregunta");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sí, salir" }).ClickAsync();
        await page.WaitForFunctionAsync("token => ![null, token].includes(localStorage.getItem('agabot.token'))", token);
        await chat.IsOpenAsync();

        // The page stores the token of the new conversation before it reloads; until then, the old card is visible.
        await Assertions.Expect(page.Locator("#webchat .ac-adaptiveCard")).ToHaveCountAsync(1);
        Assert.NotEqual(token.Split('.')[1..3], (await TokenAsync(page)).Split('.')[1..3]);
    }

    [Fact]
    public async Task A_tab_beside_the_one_that_left_shows_the_old_conversation_no_more()
    {
        await using IBrowserContext context = await DeviceAsync(390, 844);
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);
        await chat.PressAsync("Proponer un compromiso");
        IPage beside = await context.NewPageAsync();
        var other = new ChatPage(beside);
        await other.OpenAsync(app.Address);
        await Assertions.Expect(beside.Locator("#webchat .ac-adaptiveCard")).ToHaveCountAsync(2);

        await chat.ChooseInMenuAsync("Salir de esta conversación");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sí, salir" }).ClickAsync();

        await Assertions.Expect(beside.Locator("#webchat .ac-adaptiveCard")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Without_JavaScript_the_page_says_in_both_languages_how_to_take_part()
    {
        await using IBrowserContext context = await DeviceAsync(320, 568, options => options.JavaScriptEnabled = false);
        IPage page = await context.NewPageAsync();

        await page.GotoAsync(app.Address.ToString());

        ILocator told = page.Locator("noscript p");
        Assert.True(await told.First.IsVisibleAsync());
        Assert.Contains("pida la ficha en papel", await told.First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("ask for the paper form", await told.Nth(1).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("/ficha-en-blanco.docx", await told.Last.Locator("a").GetAttributeAsync("href"));
        await new ChatPage(page).PictureAsync("sin-javascript");
    }

    [Fact]
    public async Task What_is_kept_and_what_for_is_one_touch_away()
    {
        await using IBrowserContext context = await DeviceAsync(320, 568);
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);

        await page.GetByRole(AriaRole.Link, new() { Name = "Qué se guarda y para qué" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Sus derechos" }).WaitForAsync();
        await CheckAsync(chat, "datos");
    }

    private static async Task<int> HeightAsync(ChatPage chat) => (int)(await chat.NewestCard.BoundingBoxAsync())!.Height;

    private static Task<string> TokenAsync(IPage page) => page.EvaluateAsync<string>("() => localStorage.getItem('agabot.token')");

    private static async Task CheckAsync(ChatPage chat, string state)
    {
        await chat.PictureAsync(state);
        Assert.Empty(await chat.AxeAsync());
        Assert.Equal(0, await chat.SidewaysAsync());
    }

    private Task<IBrowserContext> DeviceAsync(int width, int height, Action<BrowserNewContextOptions>? more = null)
    {
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new() { Width = width, Height = height },
            Locale = "es-PE",
        };
        more?.Invoke(options);
        return chromium.Browser.NewContextAsync(options);
    }
}
