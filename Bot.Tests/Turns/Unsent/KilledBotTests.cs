using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AgaBot.Tests.Channels;
using AgaBot.Tests.Outages;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Turns.Unsent;

/// <summary>
/// The real process is killed between the commit of a turn and its sending, and started again: the person reads the answer without saying
/// anything more.
/// </summary>
[Trait("Category", "Integration")]
public sealed class KilledBotTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_reply_arrives_after_the_next_start(bool onTables)
    {
        using var folder = new TemporaryFolder();
        string database = folder.File("agabot.db");
        await using FakeConnector connector = await FakeConnector.StartAsync();
        await using var way = new TcpForwarder(new Uri(connector.ServiceUrl).Port);
        ImmutableArray<(string, string)> settings = [("Outbox__SweepEvery", "00:00:01"), ("Outbox__DeadAfter", "00:00:05")];
        if (onTables)
            settings =
            [
                .. settings,
                ("Storage__Tables__ConnectionString", azurite.ConnectionString),
                ("Storage__Tables__Name", $"t{Guid.NewGuid():N}"),
            ];

        // No connector listens: the turn is committed, and its reply waits.
        using (LocalBot first = await LocalBot.StartAsync(database, [], settings))
        {
            await SayAsync(first, "avance", way);
            await first.KillAsync();
        }
        Assert.Empty(connector.Received);
        way.Open();

        using LocalBot second = await LocalBot.StartAsync(database, [], settings);
        await connector.Arrived.WaitAsync(Patience);

        Assert.Contains("Comunidades seguras", Assert.Single(connector.Received).Activity.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task SayAsync(LocalBot bot, string words, TcpForwarder way)
    {
        JsonObject said = Wire.Message(words);
        said.Remove("deliveryMode");
        said["serviceUrl"] = $"http://127.0.0.1:{way.Port}/";
        using var http = new HttpClient { BaseAddress = bot.Address };
        using var body = new StringContent(said.ToJsonString(), MediaTypeHeaderValue.Parse("application/json"));
        using HttpResponseMessage answer = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), body);
        Assert.True(answer.IsSuccessStatusCode);
    }
}
