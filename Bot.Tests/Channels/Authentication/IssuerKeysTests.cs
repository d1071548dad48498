using System.Net;
using AgaBot.Plans;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Channels.Authentication;

/// <summary>Keys are read from the issuer's metadata. Keys change, and the metadata can be unavailable.</summary>
[Trait("Category", "Integration")]
public sealed class IssuerKeysTests
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(31);
    private static readonly TimeSpan ADay = TimeSpan.FromHours(25);

    [Fact]
    public async Task A_new_key_is_believed_at_once_when_its_issuer_publishes_it()
    {
        await using GuardedBot bot = await GuardedBot.StartAsync();
        await AssertHeardAsync(bot, bot.ChannelToken);
        bot.Metadata.Publish("channel", "channel-2", GuardedBot.Keys.Stranger, "emulator");
        bot.Clock.Advance(BetweenReads);

        await AssertHeardAsync(bot, bot.ChannelToken with { Key = GuardedBot.Keys.Stranger, KeyId = "channel-2" });
        await AssertHeardAsync(bot, bot.ChannelToken);
    }

    [Fact]
    public async Task However_many_keys_a_forger_invents_the_issuer_is_asked_once()
    {
        await using GuardedBot bot = await GuardedBot.StartAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    AssertRefusedAsync(
                        bot,
                        bot.ChannelToken with
                        {
                            Key = GuardedBot.Keys.Stranger,
                            KeyId = $"invented-{i}",
                        },
                        HttpStatusCode.Unauthorized
                    )
                )
        );

        Assert.Equal(1, bot.Metadata.Reads);
    }

    [Fact]
    public async Task A_key_that_its_issuer_withdrew_is_not_believed_when_a_day_has_passed()
    {
        await using GuardedBot bot = await GuardedBot.StartAsync();
        bot.Metadata.Publish("channel", "channel-2", GuardedBot.Keys.Stranger, "emulator");
        await AssertHeardAsync(bot, bot.ChannelToken);
        bot.Metadata.Withdraw("channel", GuardedBot.ChannelKey);
        bot.Clock.Advance(ADay);

        // The first call does not wait for the refresh that it starts.
        await AssertHeardAsync(bot, bot.ChannelToken);
        await bot.Log.WaitForAsync("keys were read", times: 2);

        await AssertRefusedAsync(bot, bot.ChannelToken, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task With_the_metadata_down_at_start_a_caller_may_try_again_and_is_heard_when_it_is_back()
    {
        await using GuardedBot bot = await GuardedBot.StartAsync(metadata => metadata.GoDown());
        Token token = bot.ChannelToken;

        await AssertRefusedAsync(bot, token, HttpStatusCode.ServiceUnavailable);
        await AssertRefusedAsync(bot, token, HttpStatusCode.ServiceUnavailable);

        Assert.Equal(1, bot.Metadata.Reads);
        string line = Assert.Single(bot.Log.Lines, line => line.Contains("cannot be read", StringComparison.Ordinal));
        Assert.StartsWith(
            $"Error: The keys of {bot.Metadata.AddressOf("channel")} cannot be read; 0 are kept",
            line,
            StringComparison.Ordinal
        );
        AssertNothingOfTheTokenIsLogged(bot, token);

        bot.Metadata.ComeBack();
        bot.Clock.Advance(AfterFailure);
        await AssertHeardAsync(bot, token);
    }

    [Fact]
    public async Task With_the_metadata_down_later_the_last_good_keys_hold()
    {
        await using GuardedBot bot = await GuardedBot.StartAsync();
        await AssertHeardAsync(bot, bot.ChannelToken);
        bot.Metadata.GoDown();
        bot.Clock.Advance(ADay);

        await AssertHeardAsync(bot, bot.ChannelToken);
        await bot.Log.WaitForAsync("cannot be read; 2 are kept from before", times: 1);
        await AssertHeardAsync(bot, bot.ChannelToken);
    }

    [Fact]
    public async Task With_the_metadata_down_a_key_that_may_be_new_is_not_called_wrong()
    {
        await using GuardedBot bot = await GuardedBot.StartAsync();
        await AssertHeardAsync(bot, bot.ChannelToken);
        bot.Metadata.GoDown();
        bot.Metadata.Publish("channel", "channel-2", GuardedBot.Keys.Stranger, "emulator");
        bot.Clock.Advance(BetweenReads);
        Token token = bot.ChannelToken with { Key = GuardedBot.Keys.Stranger, KeyId = "channel-2" };

        await AssertRefusedAsync(bot, token, HttpStatusCode.ServiceUnavailable);

        bot.Metadata.ComeBack();
        bot.Clock.Advance(AfterFailure);
        await AssertHeardAsync(bot, token);
    }

    [Theory]
    [InlineData("hola")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"jwks_uri":5}""")]
    [InlineData("""{"jwks_uri":"http://keys.example/keys"}""")]
    [InlineData("""{"jwks_uri":"/keys"}""")]
    public async Task Metadata_that_is_none_is_as_good_as_none(string metadata)
    {
        await using GuardedBot bot = await GuardedBot.StartAsync(server => server.Instead = http => AnswerAsync(http, metadata));

        await AssertRefusedAsync(bot, bot.ChannelToken, HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("hola")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"channel-1","k":"c2VjcmV0"}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","use":"enc","kid":"channel-1","n":"AQAB","e":"AQAB"}]}""")]
    public async Task A_key_set_without_a_key_does_not_take_the_place_of_a_good_one(string keys)
    {
        await using GuardedBot bot = await GuardedBot.StartAsync();
        await AssertHeardAsync(bot, bot.ChannelToken);
        bot.Metadata.Instead = http =>
            AnswerAsync(
                http,
                http.Request.Path.Value!.EndsWith("/keys", StringComparison.Ordinal)
                    ? keys
                    : $$"""{"jwks_uri":"{{bot.Metadata.AddressOf("channel").Replace("/metadata", "/keys", StringComparison.Ordinal)}}"}"""
            );
        bot.Clock.Advance(ADay);

        await AssertHeardAsync(bot, bot.ChannelToken);
        await bot.Log.WaitForAsync("cannot be read; 2 are kept from before", times: 1);
        await AssertHeardAsync(bot, bot.ChannelToken);
    }

    [Fact]
    public async Task Why_a_caller_was_refused_is_logged_without_the_token()
    {
        await using GuardedBot bot = await GuardedBot.StartAsync();
        Token token = bot.ChannelToken with { Audience = GuardedBot.OtherBot };

        await AssertRefusedAsync(bot, token, HttpStatusCode.Unauthorized);

        Assert.Contains(
            bot.Log.Lines,
            line =>
                line.StartsWith(
                    "Warning: A caller of /api/messages was answered 401: The token is for another audience",
                    StringComparison.Ordinal
                )
        );
        AssertNothingOfTheTokenIsLogged(bot, token);
    }

    [Fact]
    public async Task What_is_kept_of_a_conversation_says_that_its_address_was_vouched_for()
    {
        await using GuardedBot bot = await GuardedBot.StartAsync();
        var message = bot.Message();
        string user = message["from"]!["id"]!.GetValue<string>();
        using HttpResponseMessage answer = await bot.PostAsync(bot.ChannelToken, message);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        Loaded loaded = await bot
            .Services.GetRequiredService<IConversationStore>()
            .LoadAsync(new ParticipantId($"emulator:{user}"), message["conversation"]!["id"]!.GetValue<string>(), CancellationToken.None);

        ConversationReference kept = Assert.Single(loaded.Conversation!.Taken).Reference;
        Assert.Equal((bot.Connector.ServiceUrl, true), (kept.ServiceUrl, kept.IsVouched));
    }

    private static Task AnswerAsync(Microsoft.AspNetCore.Http.HttpContext http, string body) =>
        Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, body);

    private static async Task AssertHeardAsync(GuardedBot bot, Token token)
    {
        int heard = bot.Heard;
        int sent = bot.Connector.Received.Count;
        using HttpResponseMessage answer = await bot.PostAsync(token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((heard + 1, sent + 2), (bot.Heard, bot.Connector.Received.Count));
    }

    private static async Task AssertRefusedAsync(GuardedBot bot, Token token, HttpStatusCode status)
    {
        string[] stored = await bot.StoredAsync();
        int heard = bot.Heard;
        int sent = bot.Connector.Received.Count;
        using HttpResponseMessage answer = await bot.PostAsync(token);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.ServiceUnavailable, answer.Headers.RetryAfter is not null);
        Assert.Equal((heard, sent), (bot.Heard, bot.Connector.Received.Count));
        Assert.Equal(stored, await bot.StoredAsync());
    }

    private static void AssertNothingOfTheTokenIsLogged(GuardedBot bot, Token token) =>
        Assert.All(
            token.ToString().Split('.'),
            part => Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(part, StringComparison.Ordinal))
        );
}
