using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.LaLibertad;
using AgaBot.Tests.Plans.DocumentImport;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>Files that a person sends on the page, in the format of Web Chat.</summary>
[Trait("Category", "Integration")]
public sealed class UploadTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly BotApp bot = shared.App;

    private static readonly byte[] Ficha = new PaperForm(Workshop.Load().Fichas[0]).ToWord();

    [Fact]
    public async Task A_ficha_in_Word_is_asked_for_consent_shown_for_review_and_sent_only_then()
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);

        using HttpResponseMessage sent = await ana.SendFileAsync(Ficha, "ficha ñ.docx");
        await PageVisitor.ReadAsync(sent);
        Assert.Contains("¿Acepta que se guarden sus datos", await LastAsync(ana), StringComparison.Ordinal);

        // The file waits for the consent, also after a restart.
        await bot.RestartAsync();
        await ana.SayAsync("sí");
        string review = await LastAsync(ana);
        Assert.Contains("Leí su documento: 8 de 8 respuestas.", review, StringComparison.Ordinal);
        Assert.Contains("Incremento de la inseguridad ciudadana", review, StringComparison.Ordinal);
        Assert.Empty(await SubmittedAsync(bot, ana));

        foreach (string answer in (string[])["enviar", "Participante 07", "Gobierno Regional La Libertad", "1", "saltar"])
            await ana.SayAsync(answer);

        Proposal proposal = Assert.Single(await SubmittedAsync(bot, ana));
        WorkshopReplay.AssertWords(Workshop.Load().Fichas[0], proposal);
    }

    [Fact]
    public async Task The_page_sees_its_message_again_with_the_files_name_and_nothing_else_of_it()
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);

        using HttpResponseMessage sent = await ana.SendFileAsync(Ficha, "ficha ñ.docx");
        string id = PageVisitor.Text(await PageVisitor.ReadAsync(sent), "id");

        JsonElement echo = Assert.Single(await ana.HistoryAsync(), activity => PageVisitor.Text(activity, "id") == id);
        JsonElement attachment = Assert.Single(echo.GetProperty("attachments").EnumerateArray().ToArray());
        Assert.Equal("ficha ñ.docx", PageVisitor.Text(attachment, "name"));
        Assert.False(attachment.TryGetProperty("contentUrl", out _));
    }

    [Fact]
    public async Task The_same_message_sent_twice_makes_one_draft()
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);
        foreach (string answer in (string[])["presentarme", "sí", "Participante 07", "Gobierno Regional La Libertad", "1", "saltar"])
            await ana.SayAsync(answer);

        for (int time = 0; time < 2; time++)
        {
            using HttpResponseMessage sent = await ana.SendFileAsync(Ficha, "ficha.docx");
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        }
        await ana.SayAsync("mis fichas");

        Assert.Single(Words(await LastButAsync(ana, 1)).Split('\n'), line => line.Contains("Borrador", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Dates_in_a_document_that_do_not_fit_are_pointed_out_and_stop_nothing()
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);
        foreach (string answer in (string[])["presentarme", "sí", "Participante 07", "Gobierno Regional La Libertad", "1", "saltar"])
            await ana.SayAsync(answer);
        WorkshopProposal ficha = Workshop.Load().Fichas[0] with
        {
            Acciones =
            [
                ["Organizar escuelas", "Jul 2017", "Jun 2016"],
            ],
        };

        using HttpResponseMessage sent = await ana.SendFileAsync(new PaperForm(ficha).ToWord(), "ficha.docx");
        await PageVisitor.ReadAsync(sent);

        Assert.Contains("La acción 1 termina (Jun 2016) antes de empezar (Jul 2017).", await LastAsync(ana), StringComparison.Ordinal);
        await ana.SayAsync("enviar");
        Assert.Single(await SubmittedAsync(bot, ana));
    }

    [Fact]
    public async Task What_cannot_be_read_is_answered_with_what_to_do_and_the_form_at_hand_goes_on()
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);
        await ana.SayAsync("proponer");

        using HttpResponseMessage sent = await ana.SendFileAsync("%PDF-1.7 una ficha"u8.ToArray(), "ficha.docx");
        await PageVisitor.ReadAsync(sent);

        string answer = await LastAsync(ana);
        Assert.Contains("no puedo leer un PDF", answer, StringComparison.Ordinal);
        Assert.Contains("¿Acepta que se guarden sus datos", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_answered_with_the_limit_and_not_kept()
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);

        using HttpResponseMessage sent = await ana.SendFileAsync(new byte[6 * 1024 * 1024], "fotos.docx");

        await PageVisitor.ReadAsync(sent);
        Assert.Contains("hasta 4 MB", await LastAsync(ana), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, HttpStatusCode> BadBodies =>
        new()
        {
            { "application/json", "{}", HttpStatusCode.UnsupportedMediaType },
            { "multipart/form-data", "x", HttpStatusCode.UnsupportedMediaType },
            { "multipart/form-data; boundary=b", "", HttpStatusCode.BadRequest },
            {
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n",
                HttpStatusCode.BadRequest
            },
            {
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{\"type\":\"message\"}\r\n--b--\r\n",
                HttpStatusCode.BadRequest
            },
            {
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{\"type\":",
                HttpStatusCode.BadRequest
            },
        };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_body_without_activity_and_file_is_refused_and_nothing_happens(string type, string body, HttpStatusCode status)
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using HttpResponseMessage refused = await PostAsync(bot, ana, content, ana.Token);

        Assert.Equal(status, refused.StatusCode);
        Assert.Single(await ana.HistoryAsync());
    }

    [Fact]
    public async Task Nobody_sends_a_file_into_anothers_conversation()
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot);
        PageVisitor eva = await PageVisitor.OpenAsync(bot);

        using HttpResponseMessage refused = await ana.SendFileAsync(Ficha, "ficha.docx", eva.Token);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Single(await ana.HistoryAsync());
    }

    [Fact]
    public async Task A_sweep_takes_the_old_files_and_leaves_the_new_ones()
    {
        IKeptFiles keeping = bot.Services.GetRequiredService<IKeptFiles>();
        ISentFiles reading = bot.Services.GetRequiredService<ISentFiles>();
        DateTimeOffset day = new(2016, 5, 11, 9, 0, 0, TimeSpan.Zero);
        byte[] large = new byte[2_000_000];
        Random.Shared.NextBytes(large);
        await keeping.KeepAsync(new SentFileId("old"), new ParticipantId("webchat:rosa"), large, day, CancellationToken.None);
        await keeping.KeepAsync(new SentFileId("new"), new ParticipantId("webchat:rosa"), large, day.AddDays(1), CancellationToken.None);

        await keeping.SweepAsync(day.AddHours(1), CancellationToken.None);

        Assert.Null(await reading.FindAsync(new SentFileId("old"), CancellationToken.None));
        Assert.Equal(large, (await reading.FindAsync(new SentFileId("new"), CancellationToken.None))!.Value.ToArray());
    }

    private static async Task<HttpResponseMessage> PostAsync(BotApp bot, PageVisitor who, HttpContent body, string token)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"/directline/conversations/{who.ConversationId}/upload?userId=u", UriKind.Relative)
        )
        {
            Content = body,
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await bot.Http.SendAsync(request);
    }

    private static async Task<string> LastAsync(PageVisitor who) => Words(await LastButAsync(who, 0));

    /// <summary>The replacement of an earlier card has the id of that card, and is not a new message.</summary>
    private static async Task<JsonElement> LastButAsync(PageVisitor who, int later) =>
        (await who.HistoryAsync())
            .Where(activity => activity.GetProperty("from").GetProperty("id").GetString() == "agabot")
            .DistinctBy(activity => PageVisitor.Text(activity, "id"))
            .SkipLast(later)
            .Last();

    /// <summary>All texts of an activity, including those of its card.</summary>
    private static string Words(JsonElement activity) =>
        activity.TryGetProperty("attachments", out JsonElement cards) && cards.GetArrayLength() > 0
            ? cards[0].GetProperty("content").GetProperty("fallbackText").GetString()!
            : PageVisitor.Text(activity, "text");

    internal static async Task<ImmutableArray<Proposal>> SubmittedAsync(BotApp bot, PageVisitor who)
    {
        JsonElement said = (await who.HistoryAsync()).First(activity => PageVisitor.Text(activity.GetProperty("from"), "role") == "user");
        var author = new ParticipantId($"webchat:{said.GetProperty("from").GetProperty("id").GetString()}");
        return (await bot.Services.GetRequiredService<IPlanRecords>().ByAuthorAsync(author, 20, null, CancellationToken.None)).Proposals;
    }
}
