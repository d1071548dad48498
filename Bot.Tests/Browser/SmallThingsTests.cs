using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>What a person sees and hears around a card: long messages, a chosen file, the focus, and half-filled fields.</summary>
[Trait("Category", "Integration")]
public sealed class SmallThingsTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private const string Card = "() => document.activeElement?.closest('.ac-adaptiveCard')?.innerText ?? ''";

    private readonly BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton(TimeProvider.System) });
    private IBrowserContext phone = null!;
    private IPage page = null!;
    private ChatPage chat = null!;

    public async Task InitializeAsync()
    {
        phone = await chromium.OnPhoneAsync();
        page = await phone.NewPageAsync();
        chat = new ChatPage(page);
    }

    public async Task DisposeAsync()
    {
        await phone.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task What_stands_in_a_half_filled_card_is_kept_when_the_line_below_is_used()
    {
        await chat.OpenAsync(app.Address);
        await chat.AskAsync("presentarme");
        await chat.PressAsync("Sí, acepto");
        await chat.FillAsync("Rosa Flores");

        await chat.SayAsync("Municipalidad de Moche");
        await Assertions.Expect(chat.NewestCard).ToContainTextAsync("¿Qué tipo de organización es?");
        await chat.SayAsync("municipio");
        await Assertions.Expect(chat.NewestCard).ToContainTextAsync("¿Cuál es su género?");
        await chat.AskAsync("saltar");
        await chat.AskAsync("mis datos");

        foreach (
            string told in (string[])["Nombre: Rosa Flores", "Organización: Municipalidad de Moche", "Tipo de organización: Municipios"]
        )
            await page.GetByText(told, new() { Exact = true }).WaitForAsync();
        Assert.Empty(chat.Faults);
    }

    [Fact]
    public async Task The_word_of_an_option_is_no_name_and_later_fields_come_back()
    {
        await chat.OpenAsync(app.Address);
        await chat.AskAsync("presentarme");
        await chat.PressAsync("Sí, acepto");
        await chat.FillAsync("", "Municipalidad de Moche");

        await chat.AskAsync("municipio");
        await chat.NewestCard.GetByText("¿Cuál es su nombre?").WaitForAsync();
        await chat.FillAsync("Rosa Flores");
        await chat.PressAsync("Continuar");

        await Assertions.Expect(chat.NewestCard.Locator("input, textarea").First).ToHaveValueAsync("Municipalidad de Moche");
    }

    [Fact]
    public async Task A_long_message_is_folded_and_opens()
    {
        await chat.OpenAsync(app.Address);
        await chat.SendBox.FocusAsync();
        await page.Keyboard.InsertTextAsync(
            string.Join('\n', Enumerable.Range(1, 400).Select(static line => $"Línea {line} de un texto pegado"))
        );
        await page.Keyboard.PressAsync("Enter");

        ILocator show = page.GetByRole(AriaRole.Button, new() { Name = "Ver todo el mensaje" });
        await show.WaitForAsync();
        ILocator bubble = page.Locator("#webchat .webchat__bubble--from-user").Last;
        Assert.InRange((await bubble.BoundingBoxAsync())!.Height, 100, 500);
        await chat.PictureAsync("mensaje-largo-plegado");

        await show.ClickAsync();

        Assert.InRange((await bubble.BoundingBoxAsync())!.Height, 3_000, 30_000);
        Assert.Empty(await chat.AxeAsync());
    }

    [Fact]
    public async Task A_chosen_file_is_named_with_what_to_press()
    {
        await chat.OpenAsync(app.Address);

        await page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "ficha de Moche.docx",
                    MimeType = "application/octet-stream",
                    Buffer = [1, 2, 3],
                }
            );

        await page.GetByText("Eligió ficha de Moche.docx. Para enviarlo toque la flecha, «Enviar el mensaje».").WaitForAsync();
        await chat.PictureAsync("archivo-elegido");
        Assert.Empty(await chat.AxeAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar el mensaje", Exact = true }).ClickAsync();
        await page.Locator("#chosen").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task The_focus_is_seen_and_goes_to_the_next_card()
    {
        await chat.OpenAsync(app.Address);
        ILocator button = chat.NewestCard.GetByRole(AriaRole.Button, new() { Name = "Proponer un compromiso", Exact = true });
        await page.Keyboard.PressAsync("Tab");
        await button.FocusAsync();
        Assert.Equal("3px", await button.EvaluateAsync<string>("button => getComputedStyle(button).outlineWidth"));
        Assert.Equal("-3px", await button.EvaluateAsync<string>("button => getComputedStyle(button).outlineOffset"));
        await chat.PictureAsync("foco-visible");

        await page.Keyboard.PressAsync("Enter");
        await chat.NewestCard.GetByText("¿Acepta que se guarden", new() { Exact = false }).WaitForAsync();
        await page.WaitForFunctionAsync("() => document.activeElement?.closest('.ac-adaptiveCard')?.innerText.includes('¿Acepta')");

        Assert.Contains("Sí, acepto", await page.EvaluateAsync<string>(Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_has_no_a_las_and_who_wants_no_motion_has_none()
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await chat.OpenAsync(app.Address);
        for (int time = 0; time < 3; time++)
            await chat.AskAsync("avance");

        Assert.DoesNotContain("Enviado a las", await page.ContentAsync(), StringComparison.Ordinal);
        ILocator transcript = page.Locator(".webchat__basic-transcript__scrollable");
        await transcript.EvaluateAsync(
            """
            it => {
              window.places = [];
              it.scrollTop = 0;
              it.addEventListener('scroll', () => window.places.push(Math.round(it.scrollTop)));
            }
            """
        );
        await page.WaitForTimeoutAsync(300);
        await page.EvaluateAsync("() => window.places = []");
        await chat.AskAsync("ayuda");
        await page.WaitForTimeoutAsync(1_500);

        Assert.InRange((await page.EvaluateAsync<int[]>("() => [...new Set(window.places)]")).Length, 0, 4);
    }
}
