using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using AgaBot.Channels.Admission;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.Options;
using static AgaBot.Tests.Channels.DirectLine.DirectLineTokenTests;
using static AgaBot.Tests.Channels.DirectLine.PageVisitor;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>Requests are limited per address and per conversation; a workshop in one room stays within the limits.</summary>
[Trait("Category", "Integration")]
public sealed class LimitTests
{
    private static readonly Uri Generate = new("/directline/tokens/generate", UriKind.Relative);

    [Fact]
    public async Task Sixty_people_behind_one_address_come_at_once_and_nobody_is_refused()
    {
        await using BotApp bot = BotApp.Start();

        await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .Select(async _ =>
                {
                    PageVisitor visitor = await OpenAsync(bot);
                    using PageStream stream = await visitor.StreamAsync("1");
                    foreach (string said in (string[])["presentarme", "sí", "Ana", "Municipalidad"])
                        await visitor.SayAsync(said);
                    await stream.ReadAsync(8);
                })
        );
    }

    [Fact]
    public async Task An_address_that_asks_for_too_many_tokens_hears_when_to_come_back()
    {
        await using BotApp bot = Start(("TokensPerAddress:Burst", 2));
        using HttpClient one = From(bot, "203.0.113.7");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await GenerateAsync(one), await GenerateAsync(one)]);
        using HttpResponseMessage refused = await one.PostAsync(Generate, null);

        await AssertTooManyAsync(refused);
        using HttpClient other = From(bot, "203.0.113.8");
        Assert.Equal(HttpStatusCode.OK, await GenerateAsync(other));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", HttpStatusCode.TooManyRequests)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", HttpStatusCode.TooManyRequests)]
    [InlineData("2001:db8:1:2::1", "2001:db8:2:2::1", HttpStatusCode.OK)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", HttpStatusCode.TooManyRequests)]
    public async Task A_network_that_belongs_to_one_person_counts_as_one_address(string first, string second, HttpStatusCode expected)
    {
        await using BotApp bot = Start(("TokensPerAddress:Burst", 1));
        using HttpClient one = From(bot, first);
        using HttpClient other = From(bot, second);

        Assert.Equal([HttpStatusCode.OK, expected], [await GenerateAsync(one), await GenerateAsync(other)]);
    }

    [Fact]
    public async Task A_conversation_that_sends_or_polls_too_much_is_slowed_down_and_others_are_not()
    {
        await using BotApp bot = Start(("ActivitiesPerConversation:Burst", 2), ("RequestsPerConversation:Burst", 6));
        PageVisitor ana = await OpenAsync(bot);
        PageVisitor other = await OpenAsync(bot);
        await ana.SayAsync("uno");
        await ana.SayAsync("dos");

        using HttpResponseMessage said = await ana.PostActivityAsync("""{"type":"message","text":"tres"}""");
        await AssertTooManyAsync(said);
        Assert.Equal(5, (await ana.HistoryAsync()).Length);
        using HttpResponseMessage refused = await AskUntilRefusedAsync(ana);
        await AssertTooManyAsync(refused);

        await other.SayAsync("hola");
    }

    [Fact]
    public async Task A_conversation_holds_so_many_streams_and_one_that_ends_makes_room()
    {
        await using BotApp bot = Start(("StreamsPerConversation", 1));
        PageVisitor ana = await OpenAsync(bot);
        using (PageStream first = await ana.StreamAsync())
        {
            await first.ReadAsync(1);
            var refused = await Assert.ThrowsAsync<WebSocketException>(() => ana.StreamAsync());
            Assert.Contains("429", refused.Message, StringComparison.Ordinal);
        }

        using PageStream next = await ana.StreamWhenThereIsRoomAsync();
        await next.ReadAsync(1);
    }

    [Fact]
    public void A_limit_that_lets_nobody_in_is_refused_and_named()
    {
        var limits = new AdmissionLimits
        {
            StreamsPerAddress = 0,
            TokensPerAddress = new() { Burst = 5 },
            SlowReader = TimeSpan.Zero,
        };

        ValidateOptionsResult result = new AdmissionLimitsValidator().Validate(null, limits);

        Assert.Equal(
            [
                "DirectLine:Limits:TokensPerAddress:PerSecond is 0; at least 1 lets somebody in.",
                "DirectLine:Limits:StreamsPerAddress is 0; at least 1 lets somebody in.",
                "DirectLine:Limits:SlowReader is 00:00:00; it goes up to 00:05:00.",
            ],
            result.Failures
        );
    }

    private static BotApp Start(params (string Name, int Value)[] limits) =>
        BotApp.Start(
            new()
            {
                Configuration = limits.ToImmutableDictionary(
                    limit => $"{AdmissionLimits.Section}:{limit.Name}",
                    limit => limit.Value.ToString(CultureInfo.InvariantCulture)
                ),
            }
        );

    /// <summary>A client with this address, behind a local proxy.</summary>
    private static HttpClient From(BotApp bot, string address)
    {
        var http = new HttpClient { BaseAddress = bot.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return http;
    }

    private static async Task<HttpStatusCode> GenerateAsync(HttpClient http)
    {
        using HttpResponseMessage answer = await http.PostAsync(Generate, null);
        return answer.StatusCode;
    }

    /// <summary>A time limit of the test. Responses arrive in less than the second after which the bucket is refilled.</summary>
    private static async Task<HttpResponseMessage> AskUntilRefusedAsync(PageVisitor visitor)
    {
        for (int asked = 0; asked < 1_000; asked++)
        {
            HttpResponseMessage answer = await visitor.GetAsync($"conversations/{visitor.ConversationId}/activities");
            if (!answer.IsSuccessStatusCode)
                return answer;
            answer.Dispose();
        }
        throw new InvalidOperationException("A thousand requests were taken.");
    }

    private static async Task AssertTooManyAsync(HttpResponseMessage refused)
    {
        await AssertRefusedAsync(refused, HttpStatusCode.TooManyRequests, "TooManyRequests");
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
    }
}
