using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using AgaBot.Tests.Hosting;
using static AgaBot.Tests.Channels.DirectLine.PageVisitor;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>Conversations on the page: activities are stored, streamed, and available after a reconnect.</summary>
[Trait("Category", "Integration")]
public sealed class DirectLineTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly BotApp bot = shared.App;

    [Fact]
    public async Task A_conversation_that_opens_greets_the_person()
    {
        PageVisitor ana = await ComeAsync(bot);

        using HttpResponseMessage opened = await ana.PostAsync("conversations", """{"user":{"id":"x"},"locale":"es-PE"}""");
        using HttpResponseMessage again = await ana.PostAsync("conversations", """{"user":{"id":"x"},"locale":"es-PE"}""");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (opened.StatusCode, again.StatusCode));
        JsonElement greeting = Assert.Single(await ana.HistoryAsync());
        Assert.Equal("webchat", Text(greeting, "channelId"));
        Assert.True(greeting.TryGetProperty("attachments", out _));
    }

    [Fact]
    public async Task What_is_said_comes_back_with_its_answer_and_its_channelData_untouched()
    {
        PageVisitor ana = await OpenAsync(bot);
        using PageStream stream = await ana.StreamAsync();
        await stream.ReadAsync(1);

        string id = await ana.SayAsync("ayuda", "c-1");

        ImmutableArray<JsonElement> said = await stream.ReadAsync(2);
        Assert.Equal((id, "ayuda"), (Text(said[0], "id"), Text(said[0], "text")));
        Assert.Equal("""{"clientActivityID":"c-1","attachmentSizes":[]}""", said[0].GetProperty("channelData").GetRawText());
        Assert.NotEmpty(Text(said[0], "timestamp"));
        Assert.Equal(id, Text(said[1], "replyToId"));
        Assert.Equal("3", stream.Watermark);
    }

    [Fact]
    public async Task Who_speaks_is_what_the_token_says_and_not_what_the_page_claims()
    {
        PageVisitor ana = await OpenAsync(bot);

        await ana.SayAsync("hola");

        string from = Text((await ana.HistoryAsync("1"))[0].GetProperty("from"), "id");
        Assert.StartsWith("dl_", from, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_sent_twice_is_said_once()
    {
        PageVisitor ana = await OpenAsync(bot);

        string first = await ana.SayAsync("ayuda", "c-1");
        string second = await ana.SayAsync("ayuda", "c-1");

        Assert.Equal(first, second);
        Assert.Equal(3, (await ana.HistoryAsync()).Length);
    }

    [Fact]
    public async Task Two_tabs_see_the_same_each_from_its_own_watermark()
    {
        PageVisitor ana = await OpenAsync(bot);
        await ana.SayAsync("ayuda");
        using PageStream fromTheBeginning = await ana.StreamAsync();
        using PageStream fromTheAnswer = await ana.StreamAsync("2");

        string[] all = Ids(await fromTheBeginning.ReadAsync(3));
        string[] late = Ids(await fromTheAnswer.ReadAsync(1));

        Assert.Equal(all[2..], late);
        Assert.Equal(Ids(await ana.HistoryAsync()), all);
    }

    [Fact]
    public async Task A_watermark_from_the_future_is_now()
    {
        PageVisitor ana = await OpenAsync(bot);
        using PageStream stream = await ana.StreamAsync("999999999999999");

        string id = await ana.SayAsync("ayuda");

        Assert.Equal(id, Text((await stream.ReadAsync(2))[0], "id"));
    }

    [Fact]
    public async Task A_restart_keeps_the_token_the_history_and_the_place_in_the_form()
    {
        PageVisitor ana = await OpenAsync(bot);
        await ana.SayAsync("proponer");
        string[] before = Ids(await ana.HistoryAsync());

        await bot.RestartAsync();
        using PageStream stream = await ana.StreamAsync();

        Assert.Equal(before, Ids(await stream.ReadAsync(before.Length)));
        await ana.SayAsync("sí");
        string[] after = Ids(await stream.ReadAsync(3));
        Assert.Equal(3, after.Length);
        // The replacement of the consent card has the id of that card.
        Assert.Equal(before[^1], after[2]);
    }

    private static string[] Ids(ImmutableArray<JsonElement> activities) => [.. activities.Select(activity => Text(activity, "id"))];
}
