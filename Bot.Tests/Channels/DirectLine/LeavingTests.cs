using System.Net;
using AgaBot.Tests.Hosting;
using static AgaBot.Tests.Channels.DirectLine.DirectLineTokenTests;
using static AgaBot.Tests.Channels.DirectLine.PageVisitor;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>After a person leaves a shared computer, the next user cannot open the conversation.</summary>
[Trait("Category", "Integration")]
public sealed class LeavingTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly BotApp bot = shared.App;

    [Theory]
    [InlineData("GET", "conversations/{id}")]
    [InlineData("GET", "conversations/{id}/activities")]
    [InlineData("POST", "conversations/{id}/activities")]
    [InlineData("POST", "conversations")]
    [InlineData("POST", "tokens/refresh")]
    public async Task The_token_of_a_conversation_that_was_left_opens_nothing_after_a_restart_neither(string method, string path)
    {
        PageVisitor ana = await OpenAsync(bot);
        await LeaveAsync(ana);
        await bot.RestartAsync();

        string target = path.Replace("{id}", ana.ConversationId, StringComparison.Ordinal);
        using HttpResponseMessage refused =
            method == "GET" ? await ana.GetAsync(target) : await ana.PostAsync(target, """{"type":"message","text":"hola"}""");

        await AssertRefusedAsync(refused, HttpStatusCode.NotFound, "ConversationEnded");
    }

    [Fact]
    public async Task The_stream_in_another_tab_closes()
    {
        PageVisitor ana = await OpenAsync(bot);
        using PageStream stream = await ana.StreamAsync("1");

        await LeaveAsync(ana);

        await stream.AssertClosedAsync();
    }

    [Fact]
    public async Task A_ticket_that_was_given_before_opens_no_stream()
    {
        PageVisitor ana = await OpenAsync(bot);
        using HttpResponseMessage connected = await ana.GetAsync($"conversations/{ana.ConversationId}");
        var address = new Uri(Text(await ReadAsync(connected), "streamUrl"));
        await LeaveAsync(ana);

        await Assert.ThrowsAnyAsync<Exception>(() => PageStream.OpenAsync(address));
    }

    [Fact]
    public async Task Leaving_works_before_the_first_word_and_twice_and_the_morning_after()
    {
        PageVisitor ana = await ComeAsync(bot);
        await LeaveAsync(ana);
        bot.Clock.Advance(TimeSpan.FromDays(1));
        await LeaveAsync(ana);

        using HttpResponseMessage refused = await ana.PostAsync("tokens/refresh");

        await AssertRefusedAsync(refused, HttpStatusCode.NotFound, "ConversationEnded");
    }

    [Fact]
    public async Task Nobody_leaves_another_persons_conversation()
    {
        PageVisitor ana = await OpenAsync(bot);
        PageVisitor other = await OpenAsync(bot);

        using HttpResponseMessage refused = await other.SendAsync(HttpMethod.Delete, $"conversations/{ana.ConversationId}");

        await AssertRefusedAsync(refused, HttpStatusCode.Forbidden, "BadArgument");
        Assert.Single(await ana.HistoryAsync());
    }

    private static async Task LeaveAsync(PageVisitor visitor)
    {
        using HttpResponseMessage left = await visitor.LeaveAsync();
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
    }
}
