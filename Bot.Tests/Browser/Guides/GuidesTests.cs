using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser.Guides;

/// <summary>Follows each guide of docs/guia on a telephone, and compares its pictures with what the page shows.</summary>
[Trait("Category", "Integration")]
public sealed partial class GuidesTests : IClassFixture<BrowserFixture>, IAsyncLifetime
{
    private const string AccessCode = "TRUJILLO-2016";

    private readonly BrowserFixture chromium;

    /// <summary>Web Chat sorts by time: with a stopped clock, the order of the cards would be random.</summary>
    private readonly MovedClock clock = new(new BotAppSettings().Now);
    private readonly BotApp app;

    public GuidesTests(BrowserFixture chromium)
    {
        this.chromium = chromium;
        app = BotApp.Start(
            new()
            {
                Services = services => services.AddSingleton<TimeProvider>(clock),
                Configuration = ImmutableDictionary<string, string>.Empty.Add("Coordinators:AccessCode", AccessCode),
            }
        );
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_guide_for_officials_shows_a_ficha_from_the_welcome_to_the_receipt()
    {
        await using IBrowserContext context = await TelephoneAsync();
        (ChatPage chat, Album album) = await OpenAsync(context);

        await album.TakeAsync("bienvenida");
        await chat.PressAsync("Proponer un compromiso");
        await album.TakeAsync("consentimiento");
        await chat.PressAsync("Sí, acepto");
        await album.TakeAsync("componente");
        await chat.ChooseAsync("Comunidades seguras");
        await chat.PressAsync("Continuar");
        await AnswerAsync(chat, "Población preparada y organizada ante desastres");
        clock.Forward(TimeSpan.FromDays(1));
        await chat.ReloadAsync();
        await chat.AskAsync("hola");
        await album.TakeAsync("volver");
        await chat.PressAsync("Seguir");
        await AnswerAsync(
            chat,
            "Población vulnerable ante fenómenos (sismos, inundaciones)",
            "Organizar y preparar a la población ante emergencias y/o desastres"
        );
        await AnswerAsync(chat, "Gobierno Regional y Gobiernos Locales", "Vivienda\nSalud\nEducación\nCOFOPRI");
        await chat.FillAsync("Planes y programas (simulacros)", "Jun 2016", "Jun 2017");
        await chat.PressAsync("Agregar acción");
        await album.TakeAsync("acciones");
        await chat.PressAsync("Listo");
        await AnswerAsync(chat, "julio 2017");
        await album.TakeAsync("revision");
        await chat.PressAsync("Enviar");
        await chat.FillWhoAsync();
        await album.TakeAsync("quien-envia");
        await chat.PressAsync("Continuar");
        await album.TakeAsync("recibo");

        await chat.AskAsync("mis fichas");
        await album.TakeAsync("mis-fichas");
    }

    [Fact]
    public async Task The_guide_for_civil_society_shows_an_answer_and_an_aporte()
    {
        await using (IBrowserContext office = await TelephoneAsync())
            await OpenConsultationAsync((await OpenAsync(office)).Chat);
        await using IBrowserContext context = await TelephoneAsync();
        (ChatPage chat, Album album) = await OpenAsync(context);

        await chat.AskAsync("consultas");
        await album.TakeAsync("consultas");
        await chat.AskAsync("responder 1");
        await chat.PressAsync("Sí, acepto");
        await album.TakeAsync("responder");
        await chat.ChooseAsync("Agua y saneamiento");
        await chat.PressAsync("Enviar");
        await album.TakeAsync("respondida");
        await chat.AskAsync("aporte");
        await chat.FillAsync("Que el agua llegue a los caseríos altos");
        await album.TakeAsync("aporte");
    }

    [Fact]
    public async Task The_guide_for_facilitators_shows_how_a_table_is_opened()
    {
        await using IBrowserContext context = await TelephoneAsync();
        (ChatPage chat, Album album) = await OpenAsync(context);

        await chat.AskAsync("mesa");
        await chat.PressAsync("Sí, acepto");
        await album.TakeAsync("mesa-asistencia");
        await chat.CountAsync(0, 2, 1, 3);
        await chat.PressAsync("Enviar");
        await album.TakeAsync("mesa-abierta");
        await chat.PressAsync("Proponer un compromiso");
        await album.TakeAsync("mesa-ficha");
    }

    [Fact]
    public async Task The_guide_for_coordinators_shows_a_consultation_and_the_progress()
    {
        await using IBrowserContext context = await TelephoneAsync();
        (ChatPage chat, Album album) = await OpenAsync(context);

        await OpenConsultationAsync(chat);
        await chat.AskAsync("consultas");
        await album.TakeAsync("resultados");
        await chat.AskAsync("avance");
        await album.TakeAsync("avance");
    }

    [Fact]
    public void Every_picture_stands_in_a_guide_and_no_guide_shows_another()
    {
        string guides = Path.Combine(Repository.Root, "docs", "guia");

        IEnumerable<string> shown = Directory
            .GetFiles(guides, "*.md")
            .SelectMany(guide => Shown().Matches(File.ReadAllText(guide)).Select(picture => picture.Groups[1].Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        Assert.Equal(Album.Names, shown);
    }

    private static async Task OpenConsultationAsync(ChatPage chat)
    {
        await chat.AskAsync($"coordinador {AccessCode}");
        await chat.AskAsync("nueva consulta");
        await chat.AskAsync("¿Qué debe atenderse primero en la región?");
        await chat.AskAsync("opciones");
        await AnswerAsync(chat, "Agua y saneamiento\nSeguridad ciudadana\nCorrupción");
        await chat.AskAsync("enviar");
    }

    private static async Task AnswerAsync(ChatPage chat, params string[] texts)
    {
        await chat.FillAsync(texts);
        await chat.PressAsync("Continuar");
    }

    private Task<IBrowserContext> TelephoneAsync() =>
        chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = Album.Width, Height = Album.Height },
                DeviceScaleFactor = 1.5f,
                Locale = "es-PE",
            }
        );

    private async Task<(ChatPage Chat, Album Album)> OpenAsync(IBrowserContext context)
    {
        IPage page = await context.NewPageAsync();
        var chat = new ChatPage(page);
        await chat.OpenAsync(app.Address);
        return (chat, new Album(page, chat));
    }

    [GeneratedRegex(@"\]\(imagenes/([\w-]+)\.png\)")]
    private static partial Regex Shown();
}
