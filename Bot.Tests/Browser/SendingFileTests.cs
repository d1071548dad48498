using AgaBot.Tests.Hosting;
using AgaBot.Tests.LaLibertad;
using AgaBot.Tests.Plans.DocumentImport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>A person sends a ficha in Word with the attachment button.</summary>
[Trait("Category", "Integration")]
public sealed class SendingFileTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task A_ficha_in_Word_stands_filled_in_for_review()
    {
        await using BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton(TimeProvider.System) });
        await using IBrowserContext context = await chromium.OnPhoneAsync();
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);

        await page.Locator("#webchat input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "ficha seguridad ciudadana.docx",
                    MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    Buffer = new PaperForm(Workshop.Load().Fichas[0]).ToWord(),
                }
            );
        await chat.SendBox.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Recibí su ficha: 8 de 8 respuestas.").First.WaitForAsync();
        await chat.NewestCard.GetByRole(AriaRole.Button, new() { Name = "Sí, acepto", Exact = true }).WaitForAsync();
        await chat.PictureAsync("word-1-enviado");
        Assert.Empty(await chat.AxeAsync());
        await chat.PressAsync("Sí, acepto");

        await chat.NewestCard.GetByText("Leí su documento: 8 de 8 respuestas", new() { Exact = false }).WaitForAsync();
        await chat.PictureAsync("word-2-revision");
        Assert.Contains("Incremento de la inseguridad ciudadana", await chat.NewestCard.InnerTextAsync(), StringComparison.Ordinal);
        await chat.PressAsync("Enviar");
        await chat.FillWhoAsync();
        await chat.PressAsync("Continuar");
        Assert.Empty(await chat.AxeAsync());
        Assert.Empty(chat.Faults);
    }
}
