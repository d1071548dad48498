using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text.Json;
using AgaBot.Forms.Normalization;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Hostile;

/// <summary>Answers with code, markup or control characters are shown as text everywhere.</summary>
[Trait("Category", "Integration")]
public sealed class HostileWordsTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly BotApp bot = shared.App;

    public static TheoryData<string> Tricks =>
        [
            "[Gane aquí](https://malo.example)",
            "![foto](https://malo.example/x.png)",
            "vea http://malo.example/x o www.malo.com, o escriba a gane@malo.com",
            "{{DATE(2020-01-01T00:00:00Z,SHORT)}} {{TIME(2020-01-01T00:00:00Z)}}",
            "<img src=x onerror=alert(1)><script>alert(1)</script>",
            "</script><a href=\"javascript:alert(1)\">x</a>",
            "=HYPERLINK(\"https://malo.example\";\"x\")",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "${1234*4321} ${$root} ${json(propuesta)} {{1234*4321}}",
            "**negrita** _cursiva_ `código` # título",
            "fdp\u202e.exe y lo que sigue",
            "\u2067abierto \u202bdos veces",
            "\u0000\u0007\u001b[31mrojo\u009b",
            "\"},\"type\":\"Action.OpenUrl\",\"url\":\"https://malo.example\",{\"",
        ];

    [Theory]
    [MemberData(nameof(Tricks))]
    public async Task In_every_answer_of_a_ficha_they_stay_words(string trick)
    {
        foreach (string channel in (string[])["emulator", "sms", "telegram", "email"])
        {
            Talker person = bot.Talker($"eva-{Guid.NewGuid()}", channel);
            string[] lines =
            [
                "presentarme",
                "sí",
                trick,
                trick,
                "Municipios",
                "saltar",
                "proponer",
                "1",
                trick,
                trick,
                trick,
                trick,
                trick,
                $"{trick.Replace(';', ',')}; 2017; 2018",
                "listo",
                trick,
                "sí",
                "mis fichas",
                "retomar",
                "avance",
                "consultas",
                "editar 2",
                trick,
                "mis fichas",
                "retomar",
                "enviar",
                "mis fichas",
            ];
            foreach (string line in lines)
                AssertHarmless(await person.SayAsync(line), trick);
        }
    }

    [Theory]
    [MemberData(nameof(Tricks))]
    public async Task In_a_consultation_they_stay_words_for_those_who_are_asked(string trick)
    {
        await using BotApp town = BotApp.Start(Town.Settings);
        Talker coordinator = await Town.CoordinatorAsync(town);
        await Town.OpenConsultationAsync(coordinator, $"{trick} ¿uno?", $"{trick} a", "b");
        foreach (string channel in (string[])["emulator", "sms", "telegram", "email"])
        {
            Talker person = town.Talker($"ana-{channel}", channel);
            foreach (string line in (string[])["consultas", "responder 1", "sí", "1", "consultas"])
                AssertHarmless(await person.SayAsync(line), trick);
        }
        AssertHarmless(await coordinator.SayAsync("consultas"), trick);
    }

    [Theory]
    [MemberData(nameof(Tricks))]
    public async Task On_the_page_and_on_paper_they_stay_words(string trick)
    {
        PageVisitor eva = await PageVisitor.OpenAsync(bot);
        string[] lines =
        [
            "presentarme",
            "sí",
            trick,
            trick,
            "Municipios",
            "saltar",
            "proponer",
            "1",
            trick,
            trick,
            trick,
            trick,
            trick,
            $"{trick.Replace(';', ',')}; 2017; 2018",
            "listo",
            trick,
            "sí",
            "enviar",
            "mis fichas",
        ];
        foreach (string line in lines)
            await eva.SayAsync(line);

        AssertHarmless(
            [
                .. (await eva.HistoryAsync())
                    .Where(said => said.GetProperty("from").GetProperty("id").GetString() == "agabot")
                    .Select(BotMessage.Of),
            ],
            trick
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/mis-fichas/datos", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", eva.Token);
        using HttpResponseMessage answer = await bot.Http.SendAsync(request);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        using JsonDocument sheets = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.All(Strings(sheets.RootElement), AssertEndsWhatItTurns);
    }

    private static void AssertHarmless(ImmutableArray<BotMessage> said, string trick)
    {
        foreach (BotMessage message in said)
        {
            AssertEndsWhatItTurns(message.Words);
            AssertDead(message.Words);
            Assert.DoesNotContain("5332114", message.Words, StringComparison.Ordinal);
            if (message.Card is not { } card)
                continue;
            foreach (JsonElement element in Objects(card.Json))
            {
                // Nothing that a client would follow or fetch by itself.
                Assert.False(element.TryGetProperty("url", out _), trick);
                Assert.DoesNotContain(
                    element.TryGetProperty("type", out JsonElement type) ? type.GetString() : "",
                    (string[])["Action.OpenUrl", "Image", "Media"]
                );
                if (
                    type.ValueKind == JsonValueKind.String
                    && type.GetString() is "TextBlock" or "TextRun"
                    && element.TryGetProperty("text", out JsonElement text)
                )
                {
                    AssertPlain(text.GetString()!);
                    AssertDead(text.GetString()!);
                }
            }
            Assert.All(Strings(card.Json), AssertEndsWhatItTurns);
        }
    }

    /// <summary>The text contains no address that a client makes a link of, and nothing that a card renderer replaces.</summary>
    private static void AssertDead(string text)
    {
        foreach (string alive in (string[])["://", "malo.com", "malo.example", "@malo", "{{DATE", "{{TIME"])
            Assert.DoesNotContain(alive, text, StringComparison.Ordinal);
    }

    /// <summary>The text contains no markup when it is read as Markdown, like the texts of cards.</summary>
    private static void AssertPlain(string text)
    {
        foreach (string markup in (string[])["](", "<img", "<script", "</", "<a", "**", "`", "${"])
        {
            for (
                int at = text.IndexOf(markup, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(markup, at + 1, StringComparison.Ordinal)
            )
                Assert.True(at > 0 && text[at - 1] == '\\', $"'{markup}' is markup in: {text}");
        }
    }

    private static void AssertEndsWhatItTurns(string shown) => Assert.Equal(BidiControls.Close(shown), shown);

    private static IEnumerable<JsonElement> Objects(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Objects(property.Value)).Prepend(element),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
            _ => [],
        };

    private static IEnumerable<string> Strings(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
            JsonValueKind.String => [element.GetString()!],
            _ => [],
        };
}
