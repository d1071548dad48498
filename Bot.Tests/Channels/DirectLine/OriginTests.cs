using System.Collections.Immutable;
using System.Net;
using AgaBot.Channels.DirectLine.Authorization;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.Options;
using static AgaBot.Tests.Channels.DirectLine.DirectLineTokenTests;
using static AgaBot.Tests.Channels.DirectLine.PageVisitor;

namespace AgaBot.Tests.Channels.DirectLine;

/// <summary>The sites that may use Direct Line; a token is valid only on the site for which it was issued.</summary>
[Trait("Category", "Integration")]
public sealed class OriginTests(OriginTests.Embedded embedded) : IClassFixture<OriginTests.Embedded>
{
    private const string Municipality = "https://www.munitrujillo.gob.pe";
    private const string Elsewhere = "https://munitrujillo.gob.pe.example";

    [Theory]
    [InlineData(Municipality, true)]
    [InlineData(Elsewhere, false)]
    [InlineData("null", false)]
    public async Task Only_an_allowed_site_is_told_that_it_may_call(string origin, bool may)
    {
        BotApp bot = embedded.Bot;
        using var preflight = new HttpRequestMessage(
            HttpMethod.Options,
            new Uri("/directline/conversations/x/activities", UriKind.Relative)
        );
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");

        using HttpResponseMessage answer = await bot.Http.SendAsync(preflight);

        Assert.Equal(may ? [origin] : [], Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal(
            may ? ["authorization,content-type,x-ms-bot-agent,x-requested-with"] : [],
            Header(answer, "Access-Control-Allow-Headers")
        );
    }

    [Theory]
    [InlineData(Elsewhere)]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    public async Task Another_site_gets_no_token(string origin)
    {
        BotApp bot = embedded.Bot;
        using HttpClient site = At(bot, origin);

        using HttpResponseMessage refused = await site.PostAsync(new Uri("/directline/tokens/generate", UriKind.Relative), null);

        await AssertRefusedAsync(refused, HttpStatusCode.Forbidden, "Forbidden");
    }

    [Fact]
    public async Task The_page_and_an_allowed_site_hold_conversations_and_a_refusal_can_be_read_there()
    {
        BotApp bot = embedded.Bot;
        using HttpClient page = At(bot, bot.Address.GetLeftPart(UriPartial.Authority));
        using HttpClient site = At(bot, Municipality);

        Assert.Single(await (await OpenAsync(page)).HistoryAsync());
        PageVisitor ana = await OpenAsync(site);
        Assert.Single(await ana.HistoryAsync());

        using HttpResponseMessage refused = await ana.GetAsync($"conversations/{ana.ConversationId}", "t");
        Assert.Equal([Municipality], Header(refused, "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_token_that_was_made_on_one_site_is_worth_nothing_on_another()
    {
        await using BotApp bot = Start(Municipality, Elsewhere);
        using HttpClient site = At(bot, Municipality);
        using HttpClient thief = At(bot, Elsewhere);
        PageVisitor ana = await OpenAsync(site);

        using HttpResponseMessage refused = await ana.SendAsync(HttpMethod.Post, "tokens/refresh", by: thief);

        await AssertRefusedAsync(refused, HttpStatusCode.Forbidden, "Forbidden");
    }

    [Theory]
    [InlineData("munitrujillo.gob.pe")]
    [InlineData("https://munitrujillo.gob.pe/")]
    [InlineData("https://Munitrujillo.gob.pe")]
    [InlineData("https://munitrujillo.gob.pe:443")]
    [InlineData("https://munitrujillo.gob.pe; script-src *")]
    [InlineData("https://*.gob.pe")]
    [InlineData("http://munitrujillo.gob.pe")]
    [InlineData("*")]
    [InlineData("")]
    public void A_setting_that_is_no_origin_is_refused_and_named(string origin)
    {
        ValidateOptionsResult result = new DirectLineOptionsValidator().Validate(null, new() { AllowedOrigins = [Municipality, origin] });

        Assert.StartsWith($"DirectLine:AllowedOrigins has '{origin}'", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static BotApp Start(params string[] allowed) =>
        BotApp.Start(
            new()
            {
                Configuration = allowed
                    .Select((origin, place) => KeyValuePair.Create($"DirectLine:AllowedOrigins:{place}", origin))
                    .ToImmutableDictionary(),
            }
        );

    /// <summary>A request of a script of this site in a browser.</summary>
    private static HttpClient At(BotApp bot, string origin)
    {
        var http = new HttpClient { BaseAddress = bot.Address };
        http.DefaultRequestHeaders.Add("Origin", origin);
        return http;
    }

    private static string[] Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? [.. values] : [];

    /// <summary>An app whose page the municipality's site may hold.</summary>
    public sealed class Embedded : IAsyncLifetime
    {
        public BotApp Bot { get; } = Start(Municipality);

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync() => await Bot.DisposeAsync();
    }
}
