using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using static AgaBot.Tests.Channels.DirectLine.DirectLineTokenTests;
using static AgaBot.Tests.Channels.DirectLine.PageVisitor;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>One instance shows what the other has committed; a page can use either, and alternate.</summary>
[Trait("Category", "Integration")]
public sealed class TwoInstancesTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task A_conversation_goes_through_both_and_each_stream_shows_all_of_it_in_order()
    {
        await using var bots = TwoInstances.Start(azurite);
        PageVisitor ana = await OpenAsync(bots.Http);
        using PageStream here = await ana.StreamAsync(bots.One);
        using PageStream there = await ana.StreamAsync(bots.Two);
        string[] said = ["presentarme", "sí", "Ana Quispe", "Municipalidad de Moche", "1", "saltar", "proponer"];

        foreach (string words in said)
            await ana.SayAsync(words);

        ImmutableArray<JsonElement> history = await ana.HistoryAsync();
        string[] ids = [.. history.Select(activity => Text(activity, "id"))];
        Assert.Equal(
            said,
            history.Where(activity => Text(activity.GetProperty("from"), "role") == "user").Select(activity => Text(activity, "text"))
        );
        Assert.Equal(ids, (await here.ReadAsync(ids.Length)).Select(activity => Text(activity, "id")));
        Assert.Equal(ids, (await there.ReadAsync(ids.Length)).Select(activity => Text(activity, "id")));
    }

    [Fact]
    public async Task What_is_left_on_one_is_over_on_the_other()
    {
        await using var bots = TwoInstances.Start(azurite);
        PageVisitor ana = await OpenAsync(bots.Http);
        using PageStream here = await ana.StreamAsync(bots.One, "1");
        using PageStream there = await ana.StreamAsync(bots.Two, "1");

        using HttpResponseMessage left = await ana.LeaveAsync();

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        await here.AssertClosedAsync();
        await there.AssertClosedAsync();
        using HttpResponseMessage byOne = await ana.SendAsync(HttpMethod.Post, "tokens/refresh", by: bots.One.Http);
        using HttpResponseMessage byTwo = await ana.SendAsync(HttpMethod.Post, "tokens/refresh", by: bots.Two.Http);
        await AssertRefusedAsync(byOne, HttpStatusCode.NotFound, "ConversationEnded");
        await AssertRefusedAsync(byTwo, HttpStatusCode.NotFound, "ConversationEnded");
    }

    [Fact]
    public async Task When_one_restarts_its_pages_go_on_with_the_other()
    {
        await using var bots = TwoInstances.Start(azurite);
        PageVisitor ana = await OpenAsync(bots.Http);
        using (PageStream stream = await ana.StreamAsync(bots.One))
            await stream.ReadAsync(1);
        await bots.One.RestartAsync();

        using PageStream next = await ana.StreamAsync(bots.Two, "1");
        string id = await ana.SayAsync("ayuda");
        await ana.SayAsync("consultas");

        ImmutableArray<JsonElement> heard = await next.ReadAsync(4);
        Assert.Equal(id, Text(heard[0], "id"));
    }

    [Fact]
    public async Task What_a_person_becomes_on_one_in_another_conversation_the_other_knows_at_once()
    {
        await using var bots = TwoInstances.Start(azurite);
        string code = bots.One.Services.GetRequiredService<CoordinatorCode>().Value!;
        await AskAsync(bots.One, "c1", "avance");
        await AskAsync(bots.One, "c1", "consultas");

        Assert.Contains("ahora usted coordina", await AskAsync(bots.Two, "c2", $"coordinador {code}"), StringComparison.Ordinal);

        Assert.Contains("abrir una consulta", await AskAsync(bots.One, "c1", "nueva consulta"), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(BotApp bot, string conversation, string text)
    {
        JsonObject activity = Wire.Message(text);
        activity["conversation"]!["id"] = conversation;
        using var content = new StringContent(activity.ToJsonString(), MediaTypeHeaderValue.Parse("application/json"));
        using HttpResponseMessage answer = await bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        return string.Join(
            '\n',
            (await ReadAsync(answer)).GetProperty("activities").EnumerateArray().Select(reply => BotMessage.Of(reply).Words)
        );
    }
}
