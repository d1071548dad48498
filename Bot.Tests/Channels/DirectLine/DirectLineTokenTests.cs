using System.Net;
using System.Text.Json;
using AgaBot.Tests.Hosting;
using static AgaBot.Tests.Channels.DirectLine.PageVisitor;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>A token opens one conversation for a limited time.</summary>
[Trait("Category", "Integration")]
public sealed class DirectLineTokenTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly BotApp bot = shared.App;

    [Theory]
    [InlineData("")]
    [InlineData("t")]
    [InlineData("t.....")]
    [InlineData("t.conversation.dl_user..99999999999.AAAA")]
    [InlineData("t.conversation.dl_user.!.99999999999.AAAA")]
    [InlineData("t.conversation.dl_user..99999999999999999999.AAAA")]
    public async Task A_token_that_nobody_sealed_opens_nothing(string token)
    {
        PageVisitor ana = await OpenAsync(bot);

        using HttpResponseMessage refused = await ana.GetAsync($"conversations/{ana.ConversationId}", token);

        await AssertRefusedAsync(refused, HttpStatusCode.Unauthorized, "Unauthorized");
    }

    [Fact]
    public async Task A_token_with_one_character_changed_opens_nothing()
    {
        PageVisitor ana = await OpenAsync(bot);
        string forged = ana.Token.Replace(".dl_", ".dx_", StringComparison.Ordinal);

        using HttpResponseMessage refused = await ana.PostAsync("tokens/refresh", token: forged);

        await AssertRefusedAsync(refused, HttpStatusCode.Unauthorized, "Unauthorized");
    }

    [Fact]
    public async Task A_token_of_another_conversation_opens_nothing()
    {
        PageVisitor ana = await OpenAsync(bot);
        PageVisitor other = await OpenAsync(bot);

        using HttpResponseMessage read = await other.GetAsync($"conversations/{ana.ConversationId}/activities");
        using HttpResponseMessage said = await other.PostAsync(
            $"conversations/{ana.ConversationId}/activities",
            """{"type":"message","text":"hola"}"""
        );

        await AssertRefusedAsync(read, HttpStatusCode.Forbidden, "BadArgument");
        await AssertRefusedAsync(said, HttpStatusCode.Forbidden, "BadArgument");
        Assert.Single(await ana.HistoryAsync());
    }

    [Fact]
    public async Task A_token_that_expired_says_so_and_is_changed_for_a_new_one_the_next_day()
    {
        PageVisitor ana = await OpenAsync(bot);
        bot.Clock.Advance(TimeSpan.FromDays(1));

        using HttpResponseMessage expired = await ana.GetAsync($"conversations/{ana.ConversationId}");
        await AssertRefusedAsync(expired, HttpStatusCode.Forbidden, "TokenExpired");
        await ana.RefreshAsync();

        Assert.Single(await ana.HistoryAsync());
    }

    [Fact]
    public async Task A_token_that_expired_half_a_year_ago_is_over()
    {
        PageVisitor ana = await OpenAsync(bot);
        bot.Clock.Advance(TimeSpan.FromDays(181));

        using HttpResponseMessage refused = await ana.PostAsync("tokens/refresh");

        await AssertRefusedAsync(refused, HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Fact]
    public async Task A_streams_ticket_is_no_token_and_soon_worth_nothing()
    {
        PageVisitor ana = await OpenAsync(bot);
        using HttpResponseMessage connected = await ana.GetAsync($"conversations/{ana.ConversationId}");
        var address = new Uri(Text(await ReadAsync(connected), "streamUrl"));
        string ticket = address.Query.Split("t=")[^1];

        using HttpResponseMessage asToken = await ana.GetAsync($"conversations/{ana.ConversationId}", ticket);
        await AssertRefusedAsync(asToken, HttpStatusCode.Unauthorized, "Unauthorized");

        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        using HttpResponseMessage late = await bot.Http.GetAsync(new Uri(address.PathAndQuery, UriKind.Relative));
        await AssertRefusedAsync(late, HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Fact]
    public async Task A_conversation_that_was_never_opened_is_not_there()
    {
        PageVisitor ana = await ComeAsync(bot);

        using HttpResponseMessage absent = await ana.GetAsync($"conversations/{ana.ConversationId}");

        await AssertRefusedAsync(absent, HttpStatusCode.NotFound, "NotFound");
    }

    internal static async Task AssertRefusedAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        using JsonDocument error = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(code, Text(error.RootElement.GetProperty("error"), "code"));
    }
}
