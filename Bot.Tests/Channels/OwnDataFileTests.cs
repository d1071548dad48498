using System.Net;
using System.Net.Http.Headers;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels;

/// <summary>A person downloads a file with all data stored about them, from any channel.</summary>
[Trait("Category", "Integration")]
public sealed class OwnDataFileTests : IAsyncLifetime
{
    private const string File = "/mis-datos/archivo";
    private const string Fichas = "/mis-fichas/datos";

    private readonly BotApp bot = BotApp.Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task It_is_a_page_to_keep_with_everything_that_was_told_and_nothing_in_it_does_anything()
    {
        PageVisitor rosa = await PageVisitor.OpenAsync(bot);
        await SayAsync(
            rosa,
            "presentarme",
            "sí",
            "Rosa <script>alert(1)</script> Ñahui",
            "JUSHCAMIL",
            "1",
            "saltar",
            "proponer",
            "1",
            "=HYPERLINK(\"http://x.example\")",
            "enviar",
            "enviar"
        );
        await SayAsync(rosa, "proponer", "2", "A medias & sin enviar");

        using HttpResponseMessage answer = await GetAsync(File, rosa.Token);

        Assert.Equal(
            ("text/html", "attachment"),
            (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType)
        );
        Assert.True(answer.Headers.CacheControl?.NoStore);
        string file = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"es\">", file, StringComparison.Ordinal);
        Assert.Contains("Rosa &lt;script&gt;alert(1)&lt;/script&gt; Ñahui", file, StringComparison.Ordinal);
        Assert.Contains("JUSHCAMIL", file, StringComparison.Ordinal);
        Assert.Contains("A medias &amp; sin enviar", file, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", file, StringComparison.OrdinalIgnoreCase);
        // Spreadsheets treat a text with this first character as a formula.
        Assert.Contains("=HYPERLINK", file, StringComparison.Ordinal);
        Assert.DoesNotContain(">=", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_persons_token_gets_404_and_none_gets_401()
    {
        PageVisitor rosa = await PageVisitor.OpenAsync(bot);
        await SayAsync(rosa, "presentarme", "sí", "Rosa Flores");
        PageVisitor other = await PageVisitor.ComeAsync(bot);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(File, other.Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(File, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(File, rosa.Token + "x"));
        using HttpResponseMessage left = await rosa.LeaveAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(File, rosa.Token));
    }

    [Fact]
    public async Task Who_had_their_data_erased_gets_a_file_that_says_nothing_of_before()
    {
        PageVisitor rosa = await PageVisitor.OpenAsync(bot);
        await SayAsync(rosa, "presentarme", "sí", "Rosa Flores", "borrar mis datos", "borrar");

        using HttpResponseMessage answer = await GetAsync(File, rosa.Token);

        Assert.DoesNotContain("Rosa", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_elsewhere_by_whom_the_visitor_is_linked_with_is_theirs_too()
    {
        Talker phone = bot.Talker("rosa", "sms");
        foreach (
            string said in (string[])
                ["presentarme", "sí", "Rosa Flores", "JUSHCAMIL", "1", "saltar", "proponer", "1", "Portal abierto", "enviar", "enviar"]
        )
            await phone.AskAsync(said);
        string command = Linked.Command(await phone.AskAsync("vincular"));
        PageVisitor page = await PageVisitor.OpenAsync(bot);
        await SayAsync(page, command, "vincular sí");
        await phone.AskAsync("hola");
        await phone.AskAsync("vincular sí");
        await SayAsync(page, "hola");

        using HttpResponseMessage fichas = await GetAsync(Fichas, page.Token);
        using HttpResponseMessage file = await GetAsync(File, page.Token);

        Assert.Contains("Portal abierto", await fichas.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Portal abierto", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("se pueden deshacer", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_thrown_away_and_may_still_come_back_is_in_it_with_how_long_it_is_kept()
    {
        PageVisitor rosa = await PageVisitor.OpenAsync(bot);
        await SayAsync(
            rosa,
            "presentarme",
            "sí",
            "Rosa Flores",
            "JUSHCAMIL",
            "1",
            "saltar",
            "proponer",
            "1",
            "Cisternas para los caseríos",
            "cancelar",
            "sí"
        );

        using HttpResponseMessage answer = await GetAsync(File, rosa.Token);

        string file = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Ficha de propuesta de compromiso, descartada, 11 de mayo de 2016", file, StringComparison.Ordinal);
        Assert.Contains("2. Propuesta de compromiso: Cisternas para los caseríos", file, StringComparison.Ordinal);
        Assert.Contains(
            "hasta que usted escriba otro día, o a más tardar 365 días después de su último mensaje",
            file,
            StringComparison.Ordinal
        );

        await SayAsync(rosa, "deshacer");
        using HttpResponseMessage again = await GetAsync(File, rosa.Token);
        Assert.DoesNotContain("descartada", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Sobre usted, sin terminar, 11 de mayo de 2016",
        "1. Nombre: Rosa Flores",
        "presentarme",
        "sí",
        "Rosa Flores",
        "cancelar",
        "sí"
    )]
    [InlineData(
        "Sus datos, sin terminar, 11 de mayo de 2016",
        "1. Nombre: Rosa Ñahui",
        "presentarme",
        "sí",
        "Rosa Flores",
        "JUSHCAMIL",
        "1",
        "saltar",
        "proponer",
        "corregir mis datos",
        "editar 1",
        "Rosa Ñahui",
        "cancelar",
        "sí"
    )]
    [InlineData(
        "Mesa de trabajo, sin terminar, 11 de mayo de 2016",
        "Municipios: 1 mujer, 3 hombres",
        "mesa",
        "sí",
        "municipios 1; 3",
        "editar mesa",
        "cancelar",
        "sí"
    )]
    public async Task A_form_that_was_cancelled_and_may_still_come_back_is_in_it_until_it_does(
        string heading,
        string line,
        params string[] said
    )
    {
        PageVisitor rosa = await PageVisitor.OpenAsync(bot);
        await SayAsync(rosa, said);

        string file = await FileOfAsync(rosa);
        Assert.Contains(heading, file, StringComparison.Ordinal);
        Assert.Contains(line, file, StringComparison.Ordinal);

        await SayAsync(rosa, "deshacer");
        Assert.DoesNotContain("sin terminar", await FileOfAsync(rosa), StringComparison.Ordinal);
    }

    private async Task<string> FileOfAsync(PageVisitor visitor)
    {
        using HttpResponseMessage answer = await GetAsync(File, visitor.Token);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task SayAsync(PageVisitor visitor, params string[] texts)
    {
        foreach (string text in texts)
            await visitor.SayAsync(text);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string? token)
    {
        using HttpResponseMessage answer = await GetAsync(path, token);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await bot.Http.SendAsync(request);
    }
}
