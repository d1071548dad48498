using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgaBot.Plans.DocumentImport;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels;

/// <summary>Downloads of the paper form from the page.</summary>
[Trait("Category", "Integration")]
public sealed partial class WordFileResponseTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly BotApp bot = shared.App;

    private static readonly string[] Sending =
    [
        "presentarme",
        "sí",
        "Ana Quispe",
        "Municipalidad de Moche",
        "Municipios",
        "saltar",
        "proponer",
        "1",
        "Faros en la plaza",
        "enviar",
        "enviar",
    ];

    [Fact]
    public async Task The_blank_form_is_anybodys_and_a_Word_document()
    {
        using HttpResponseMessage answer = await bot.Http.GetAsync(new Uri("/ficha-en-blanco.docx", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("ficha-en-blanco.docx", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.IsType<ImportResult.Blank>(ImportResult.Of(await answer.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task Whoever_sent_a_ficha_takes_it_back_in_Word_and_nobody_else_does()
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot),
            eva = await PageVisitor.OpenAsync(bot);
        foreach (string line in Sending)
            await ana.SayAsync(line);
        string number = Receipt().Matches(JsonSerializer.Serialize(await ana.HistoryAsync()))[^1].Value;

        using HttpResponseMessage own = await GetAsync(bot, number, ana.Token);
        using HttpResponseMessage others = await GetAsync(bot, number, eva.Token);
        using HttpResponseMessage nobodys = await GetAsync(bot, "000-000-0", ana.Token);
        using HttpResponseMessage noNumber = await GetAsync(bot, "..%2F..", ana.Token);
        using HttpResponseMessage withoutToken = await GetAsync(bot, number, null);

        ImportedDocument read = Assert.IsType<ImportResult.Read>(ImportResult.Of(await own.Content.ReadAsByteArrayAsync())).Document;
        Assert.Contains(Assert.Single(read.Fichas).Answers, answer => answer.Text == "Faros en la plaza");
        Assert.Equal("no-store", own.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, nobodys.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, noNumber.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, withoutToken.StatusCode);
    }

    [Fact]
    public async Task A_person_who_left_the_conversation_takes_nothing_from_it_any_more()
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);
        foreach (string line in Sending)
            await ana.SayAsync(line);
        string number = Receipt().Matches(JsonSerializer.Serialize(await ana.HistoryAsync()))[^1].Value;
        using HttpResponseMessage left = await ana.LeaveAsync();

        using HttpResponseMessage answer = await GetAsync(bot, number, ana.Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_was_sent_on_one_of_two_linked_devices_is_taken_back_in_Word_on_the_other()
    {
        PageVisitor page = await PageVisitor.OpenAsync(bot);
        foreach (string line in Sending)
            await page.SayAsync(line);
        string number = Receipt().Matches(JsonSerializer.Serialize(await page.HistoryAsync()))[^1].Value;
        // This id comes later than any of the page, and stays.
        Talker phone = bot.Talker("rosa", "whatsapp");
        string code = Linked.Command(await phone.AskAsync("vincular"));
        foreach (string line in (string[])[code, "vincular sí"])
            await page.SayAsync(line);
        await phone.AskAsync("hola");
        Assert.Contains("una sola persona", await phone.AskAsync("vincular sí"), StringComparison.Ordinal);

        using HttpResponseMessage answer = await GetAsync(bot, number, page.Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task In_chat_a_copy_is_given_of_ones_own_ficha_and_of_nobody_elses()
    {
        Talker ana = bot.Talker("ana", "sms"),
            eva = bot.Talker("eva", "sms");
        string said = "";
        foreach (string line in Sending)
            said = await ana.AskAsync(line);
        string number = Receipt().Match(said).Value;

        Assert.Contains("Propuesta de compromiso: Faros en la plaza", await ana.AskAsync($"copia {number}"), StringComparison.Ordinal);
        Assert.Contains("Propuesta de compromiso: Faros en la plaza", await ana.AskAsync("copia"), StringComparison.Ordinal);
        Assert.DoesNotContain("Faros", await eva.AskAsync($"copia {number}"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> GetAsync(BotApp bot, string number, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/mis-fichas/word/{number}", UriKind.Relative));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await bot.Http.SendAsync(request);
    }

    [GeneratedRegex(@"\b\d{3}-\d{3}-\d\b")]
    private static partial Regex Receipt();
}
