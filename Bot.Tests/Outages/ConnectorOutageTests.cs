using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using AgaBot.Tests.Channels;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Outages;

/// <summary>
/// The connector of a channel is slow, refuses, or is unavailable. Turns are stored all the same, the bot is ready, and the replies
/// arrive in order when the connector is available again (docs/outages.md).
/// </summary>
[Trait("Category", "Integration")]
public sealed class ConnectorOutageTests : IAsyncLifetime
{
    private BotApp? app;
    private FakeConnector? standing;

    private FakeConnector Connector => standing!;

    private BotApp Bot => app!;

    public async Task InitializeAsync()
    {
        standing = await FakeConnector.StartAsync();
        // No typing indicator, which would be a separate request.
        Start("00:10:00");
    }

    public async Task DisposeAsync()
    {
        await Connector.DisposeAsync();
        await Bot.DisposeAsync();
    }

    [Fact]
    public async Task A_connector_that_refuses_gets_what_waited_before_what_is_said_next()
    {
        Connector.RefuseNext(503, times: 7);
        await SayAsync("presentarme");
        Assert.Empty(Connector.Received);

        await SayAsync("sí");

        Assert.Equal(["datos", "nombre"], Heard("datos", "nombre"));
    }

    [Fact]
    public async Task A_connector_that_is_gone_gets_what_waited_when_the_person_writes_from_where_it_is_now()
    {
        await SayAsync("presentarme", "http://127.0.0.1:1");
        Assert.Empty(Connector.Received);

        await SayAsync("sí");

        Assert.Equal(["datos", "nombre"], Heard("datos", "nombre"));
    }

    [Fact]
    public async Task What_waits_for_a_connector_that_is_gone_goes_to_where_the_person_writes_from_while_it_is_still_tried()
    {
        await Bot.DisposeAsync();
        Start("00:10:00", retryDelay: "00:00:00.05");
        await SayAsync("presentarme", "http://127.0.0.1:1");
        await SayAsync("sí");
        // Completes when all possible messages are sent.
        await Bot.RestartAsync();

        Assert.Equal(["datos", "nombre"], Heard("datos", "nombre"));
    }

    [Fact]
    public async Task A_connector_that_is_gone_holds_up_neither_the_channels_answer_nor_what_stands_in_the_next_one()
    {
        await Bot.DisposeAsync();
        Start("00:10:00", retryDelay: "00:10:00");
        var patience = TimeSpan.FromSeconds(30);

        await SayAsync("presentarme", "http://127.0.0.1:1").WaitAsync(patience);

        JsonObject next = Message("sí"),
            silent = Message("");
        next["deliveryMode"] = "expectReplies";
        silent["deliveryMode"] = "expectReplies";
        silent["type"] = "installationUpdate";
        string answer = (await Outage.SayAsync(Bot.Http, next).WaitAsync(patience)).Body;
        Assert.Matches("datos.*nombre", answer);
        Assert.Equal(HttpStatusCode.OK, (await Outage.SayAsync(Bot.Http, silent).WaitAsync(patience)).Status);
    }

    [Fact]
    public async Task A_slow_connector_keeps_nobody_from_going_on()
    {
        await Bot.DisposeAsync();
        Start("00:00:00.2");
        var slow = new TaskCompletionSource();
        Connector.HeldUntil = slow.Task;
        await SayAsync("presentarme");
        await SayAsync("sí");
        await SayAsync("Rosa Flores");
        slow.SetResult();
        await Bot.RestartAsync();

        Assert.Equal(["datos", "su nombre", "qué organización"], Heard("datos", "su nombre", "qué organización"));
    }

    private void Start(string typingAfter, string retryDelay = "00:00:00.001") =>
        app = BotApp.Start(
            new()
            {
                Configuration = new Dictionary<string, string>
                {
                    ["Bot:RetryDelay"] = retryDelay,
                    ["Bot:TypingAfter"] = typingAfter,
                    ["Bot:AnswerWithin"] = "00:00:00.2",
                }.ToImmutableDictionary(),
            }
        );

    /// <summary>The message is acknowledged and the bot is ready, whatever happens to the reply.</summary>
    private async Task SayAsync(string text, string? serviceUrl = null)
    {
        JsonObject message = Message(text, serviceUrl);
        await Outage.UntilTakenAsync(Bot.Http, message);
        Assert.Equal(HttpStatusCode.OK, await Outage.ProbeAsync(Bot.Http, "/readyz"));
        Assert.Equal(HttpStatusCode.OK, await Outage.ProbeAsync(Bot.Http, "/healthz"));
    }

    private JsonObject Message(string text, string? serviceUrl = null)
    {
        JsonObject message = Wire.Message(text);
        message["channelId"] = "telegram";
        message["serviceUrl"] = serviceUrl ?? Connector.ServiceUrl;
        message.Remove("deliveryMode");
        return message;
    }

    /// <summary>For each message of the bot in order, which of these texts the message contains.</summary>
    private IEnumerable<string> Heard(params string[] words) =>
        Connector
            .Received.Where(posted => posted.Text is not null)
            .Select(posted => words.LastOrDefault(word => posted.Text!.Contains(word, StringComparison.Ordinal)))
            .OfType<string>();
}
