using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgaBot.Consultations;
using AgaBot.Tests.Channels;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hostile;

/// <summary>Valid ids of other people: receipt numbers, consultations, people, conversations.</summary>
[Trait("Category", "Integration")]
public sealed partial class GuessedIdsTests : IAsyncLifetime
{
    private const string Secret = "Xoconostle";

    private readonly BotApp bot = BotApp.Start(Town.Settings);

    public static TheoryData<string, string, string> Impostors =>
        new()
        {
            { "entra", "72f988bf-86f1-41af-91ab-2d7cd011db47:6f9619ff-8b86-d011-b42d-00cf4fc964ff", "channelId is no channel's name." },
            { "sms:ana", "quispe", "channelId is no channel's name." },
            { "#sms", "ana", "channelId is no channel's name." },
            { "webchat", "dl_0123456789abcdef0123456789abcdef", "from.id is one of the bot's own page." },
        };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_receipt_number_of_another_opens_nothing()
    {
        Talker ana = bot.Talker("ana"),
            eva = bot.Talker("eva");
        await Town.DraftingAsync(ana);
        foreach (string line in (string[])[Secret, "saltar", "saltar", "saltar", "saltar", "saltar", "saltar"])
            await ana.SayAsync(line);
        string receipt = Receipt().Match(await ana.AskAsync("enviar")).Value;
        string digits = receipt.Replace("-", "", StringComparison.Ordinal);

        foreach (
            string command in (string[])["retomar", "editar", "mis fichas", "responder", "aporte", "apoyar", "revisar", "resume", "más"]
        )
        {
            foreach (string number in (string[])[receipt, digits, "1"])
            {
                Assert.DoesNotContain(Secret, await eva.AskAsync($"{command} {number}"), StringComparison.Ordinal);
                Assert.DoesNotContain(
                    Secret,
                    Town.Words(await eva.PressAsync(new JsonObject { ["agabot"] = "command", ["command"] = $"{command} {number}" })),
                    StringComparison.Ordinal
                );
            }
        }
    }

    [Fact]
    public async Task The_page_that_prints_fichas_knows_no_other_ids_than_the_tokens()
    {
        PageVisitor ana = await PageVisitor.OpenAsync(bot),
            eva = await PageVisitor.OpenAsync(bot);
        foreach (
            string line in (string[])
                [
                    "presentarme",
                    "sí",
                    "Ana Quispe",
                    "Municipalidad de Moche",
                    "Municipios",
                    "saltar",
                    "proponer",
                    "1",
                    Secret,
                    "saltar",
                    "saltar",
                    "saltar",
                    "saltar",
                    "saltar",
                    "saltar",
                    "enviar",
                ]
        )
            await ana.SayAsync(line);

        Assert.Contains(Secret, await SheetsAsync(ana, ""), StringComparison.Ordinal);
        foreach (
            string query in (string[])
                ["", $"?conversationId={ana.ConversationId}", $"?userId={ana.ConversationId}&author=webchat", $"/{ana.ConversationId}"]
        )
            Assert.DoesNotContain(Secret, await SheetsAsync(eva, query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consultation_that_is_not_there_or_an_answer_that_is_none_of_its_is_not_counted()
    {
        Talker coordinator = await Town.CoordinatorAsync(bot),
            eva = bot.Talker("eva");
        await Town.OpenConsultationAsync(coordinator, "¿Uno?", "sol", "luna");
        foreach (string number in (string[])["0", "2", "-1", "99999999999999999999", "1e1"])
            await eva.SayAsync($"responder {number}");
        CardInHand card = await Town.ToldAsync(eva, "responder 1", "sí");
        foreach (string option in (string[])["3", "0", "-7", "999", "marte", "sol, luna", "${option}"])
            await eva.PressAsync(card.Press("answer", ("respuesta", option)));

        IConsultations consultations = bot.Services.GetRequiredService<IConsultations>();
        Consultation open = Assert.Single(await consultations.OpenAsync(CancellationToken.None));
        Assert.Equal(0, (await consultations.TallyAsync(open, CancellationToken.None)).Responses);
    }

    [Theory]
    [MemberData(nameof(Impostors))]
    public async Task Nobody_speaks_as_somebody_of_a_directory_or_of_the_page(string channel, string user, string message)
    {
        JsonObject activity = Wire.Message();
        activity["channelId"] = channel;
        activity["from"]!["id"] = user;
        using var content = new StringContent(activity.ToJsonString(), MediaTypeHeaderValue.Parse("application/json"));

        using HttpResponseMessage answer = await bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            message,
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!["message"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
    }

    private async Task<string> SheetsAsync(PageVisitor visitor, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/mis-fichas/datos{query}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", visitor.Token);
        using HttpResponseMessage answer = await bot.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"\d{3}-\d{3}-\d")]
    private static partial Regex Receipt();
}
