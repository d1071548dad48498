using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AgaBot.Tests.Channels;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Hosting;

/// <summary>The store becomes unavailable and available again while the bot runs.</summary>
[Trait("Category", "Integration")]
public sealed class OutageTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task While_the_store_is_gone_the_bot_lives_is_not_ready_and_refuses_turns_and_then_goes_on_by_itself()
    {
        await using var store = new TcpForwarder(azurite.Port);
        await using BotApp bot = BotApp.Start(new() { TablesConnectionString = azurite.ConnectionStringAt(store.Port) });
        JsonObject message = Wire.Message("avance");

        for (int probe = 0; probe < 3; probe++)
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(bot, "/healthz")).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync(bot, "/readyz")).Status);
        }
        (HttpStatusCode refused, string why) = await SayAsync(bot, message);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused);
        Assert.DoesNotContain("Exception", why, StringComparison.Ordinal);
        Assert.DoesNotContain($"{store.Port}", why, StringComparison.Ordinal);

        store.Open();

        (HttpStatusCode taken, string answer) = await SayAsync(bot, message);
        Assert.Equal(HttpStatusCode.OK, taken);
        Assert.Contains("Comunidades seguras", answer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(bot, "/readyz")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(BotApp bot, string path)
    {
        using HttpResponseMessage answer = await bot.Http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(HttpStatusCode Status, string Body)> SayAsync(BotApp bot, JsonObject activity)
    {
        using var content = new StringContent(activity.ToJsonString(), MediaTypeHeaderValue.Parse("application/json"));
        using HttpResponseMessage answer = await bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
