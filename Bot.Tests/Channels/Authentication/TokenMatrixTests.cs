using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Tests.Channels.Authentication;

/// <summary>The callers that <c>/api/messages</c> accepts, with real keys, real metadata, and the whole app over HTTP.</summary>
[Trait("Category", "Integration")]
public sealed class TokenMatrixTests(TokenMatrixTests.Shared shared) : IClassFixture<TokenMatrixTests.Shared>
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private const HttpStatusCode Unauthorized = HttpStatusCode.Unauthorized;
    private const HttpStatusCode Forbidden = HttpStatusCode.Forbidden;

    private static readonly Row[] Right =
    [
        new("right, RS256", bot => bot.ChannelToken),
        new("right, RS384", bot => bot.ChannelToken with { Algorithm = "RS384" }),
        new("right, RS512", bot => bot.ChannelToken with { Algorithm = "RS512" }),
        new(
            "right, the claim spelt as in the documents",
            bot => bot.ChannelToken.Without("serviceurl").With("serviceUrl", bot.Connector.ServiceUrl)
        ),
        new("expired less than the skew ago", bot => bot.ChannelToken with { Expires = Now(bot) - Skew + Second }),
        new("valid in less than the skew", bot => bot.ChannelToken with { NotBefore = Now(bot) + Skew - Second }),
        new("without a start", bot => bot.ChannelToken with { NotBefore = null }),
        new("Entra v1 issuer", bot => bot.EntraTokenV1),
        new("Entra v2 issuer", bot => bot.EntraTokenV2),
        new(
            "Entra, managed identity, v1",
            bot => bot.EntraTokenV1.With("appid", GuardedBot.IdentityOfOtherBot).With("appidacr", "2").With("idtyp", "app")
        ),
        new(
            "Entra, managed identity, v2",
            bot => bot.EntraTokenV2.With("azp", GuardedBot.IdentityOfOtherBot).With("azpacr", "2").With("idtyp", "app")
        ),
    ];

    private static readonly Row[] Wrong =
    [
        new("no token", _ => null, Unauthorized),
        new("garbage", _ => null, Unauthorized, "Bearer hola"),
        new("garbage in three parts", _ => null, Unauthorized, "Bearer a.b.c"),
        new("garbage in five parts", _ => null, Unauthorized, "Bearer a.b.c.d.e"),
        new("an empty token", _ => null, Unauthorized, "Bearer "),
        new("another scheme", _ => null, Unauthorized, "Basic cGVyc29uYTpjbGF2ZQ=="),
        new(
            "expired",
            bot => bot.ChannelToken with { Expires = Now(bot) - Skew - Second, NotBefore = Now(bot).AddHours(-2) },
            Unauthorized
        ),
        new("without an end", bot => bot.ChannelToken with { Expires = null }, Unauthorized),
        new("not yet valid", bot => bot.ChannelToken with { NotBefore = Now(bot) + Skew + Second }, Unauthorized),
        new("other audience", bot => bot.ChannelToken with { Audience = GuardedBot.OtherBot }, Unauthorized),
        new("no audience", bot => bot.ChannelToken with { Audience = null }, Unauthorized),
        new("other issuer", bot => bot.ChannelToken with { Issuer = "https://issuer.example" }, Unauthorized),
        new("no issuer", bot => bot.ChannelToken with { Issuer = null }, Unauthorized),
        new(
            "other key, under its own name",
            bot => bot.ChannelToken with { Key = GuardedBot.Keys.Stranger, KeyId = "stranger" },
            Unauthorized
        ),
        new("other key, under a published name", bot => bot.ChannelToken with { Key = GuardedBot.Keys.Stranger }, Unauthorized),
        new("a key without a name", bot => bot.ChannelToken with { KeyId = null }, Unauthorized),
        new(
            "a key of Entra for the channel's issuer",
            bot => bot.ChannelToken with { Key = GuardedBot.Keys.Entra, KeyId = GuardedBot.EntraKey },
            Unauthorized
        ),
        new("alg none", bot => bot.ChannelToken with { Algorithm = "none" }, Unauthorized),
        new("HS256 with the public key", bot => bot.ChannelToken with { Algorithm = "HS256" }, Unauthorized),
        new("PS256", bot => bot.ChannelToken with { Algorithm = "PS256" }, Unauthorized),
        new("no endorsements", bot => bot.ChannelToken with { Key = GuardedBot.Keys.Unendorsed, KeyId = "unendorsed" }, Forbidden),
        new("endorsed for other channels", bot => bot.ChannelToken, Forbidden, Activity: activity => activity["channelId"] = "telegram"),
        new("other serviceUrl", bot => bot.ChannelToken.With("serviceurl", "https://smba.example/"), Forbidden),
        new("no serviceUrl", bot => bot.ChannelToken.Without("serviceurl"), Forbidden),
        new(
            "a serviceUrl that is not https",
            bot => bot.ChannelToken.With("serviceurl", "http://smba.example/"),
            Forbidden,
            Activity: activity => activity["serviceUrl"] = "http://smba.example/"
        ),
        new(
            "Entra v1, other tenant",
            bot => bot.EntraTokenV1 with { Issuer = $"https://sts.windows.net/{GuardedBot.OtherBot}/" },
            Unauthorized
        ),
        new(
            "Entra v2, other tenant",
            bot => bot.EntraTokenV2 with { Issuer = $"https://login.microsoftonline.com/{GuardedBot.OtherBot}/v2.0" },
            Unauthorized
        ),
        new("Entra, other audience", bot => bot.EntraTokenV2 with { Audience = GuardedBot.OtherBot }, Unauthorized),
        new(
            "Entra, expired",
            bot => bot.EntraTokenV2 with { Expires = Now(bot) - Skew - Second, NotBefore = Now(bot).AddHours(-2) },
            Unauthorized
        ),
        new(
            "a key of the channel for Entra's issuer",
            bot => bot.EntraTokenV2 with { Key = GuardedBot.Keys.Channel, KeyId = GuardedBot.ChannelKey },
            Unauthorized
        ),
        new("Entra v1, caller not on the list", bot => bot.EntraTokenV1.With("appid", GuardedBot.AppId), Forbidden),
        new("Entra v2, caller not on the list", bot => bot.EntraTokenV2.With("azp", GuardedBot.AppId), Forbidden),
        new("Entra v2, caller in the claim of v1", bot => bot.EntraTokenV2.Without("azp").With("appid", GuardedBot.OtherBot), Forbidden),
        new(
            "Entra, other serviceUrl",
            bot => bot.EntraTokenV2,
            Forbidden,
            Activity: activity => activity["serviceUrl"] = "https://smba.example/"
        ),
    ];

    public static TheoryData<string> RightRows => new(Right.Select(row => row.What));

    public static TheoryData<string, HttpStatusCode> WrongRows
    {
        get
        {
            var rows = new TheoryData<string, HttpStatusCode>();
            foreach (Row row in Wrong)
                rows.Add(row.What, row.Status);
            return rows;
        }
    }

    private GuardedBot Bot => shared.Bot;

    [Theory]
    [MemberData(nameof(RightRows))]
    public async Task Who_may_call_is_heard_and_answered(string what)
    {
        int heard = Bot.Heard;
        int sent = Bot.Connector.Received.Count;

        using HttpResponseMessage answer = await PostAsync(Right.Single(row => row.What == what));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((heard + 1, sent + 2), (Bot.Heard, Bot.Connector.Received.Count));
    }

    [Theory]
    [MemberData(nameof(WrongRows))]
    public async Task Who_may_not_call_leaves_no_trace(string what, HttpStatusCode status)
    {
        string[] stored = await Bot.StoredAsync();
        int heard = Bot.Heard;
        int sent = Bot.Connector.Received.Count;

        using HttpResponseMessage answer = await PostAsync(Wrong.Single(row => row.What == what));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == Unauthorized ? ["Bearer"] : [], answer.Headers.WwwAuthenticate.Select(challenge => challenge.ToString()));
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(status.ToString(), body.RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal((heard, sent), (Bot.Heard, Bot.Connector.Received.Count));
        Assert.Equal(stored, await Bot.StoredAsync());
    }

    private static DateTimeOffset Now(GuardedBot bot) => bot.Clock.GetUtcNow();

    private Task<HttpResponseMessage> PostAsync(Row row)
    {
        JsonObject activity = Bot.Message();
        row.Activity?.Invoke(activity);
        return row.Token(Bot) is { } token ? Bot.PostAsync(token, activity) : Bot.PostAsync(row.Authorization, activity);
    }

    /// <param name="Authorization">The header, if <paramref name="Token"/> returns none.</param>
    /// <param name="Activity">The changes of the activity.</param>
    private sealed record Row(
        string What,
        Func<GuardedBot, Token?> Token,
        HttpStatusCode Status = HttpStatusCode.OK,
        string? Authorization = null,
        Action<JsonObject>? Activity = null
    );

    public sealed class Shared : IAsyncLifetime
    {
        private GuardedBot? bot;

        public GuardedBot Bot => bot!;

        public async Task InitializeAsync() => bot = await GuardedBot.StartAsync();

        public async Task DisposeAsync() => await Bot.DisposeAsync();
    }
}
