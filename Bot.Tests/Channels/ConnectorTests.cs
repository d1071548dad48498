using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels;

/// <summary>Replies are sent through the connector of the message.</summary>
[Trait("Category", "Integration")]
public sealed class ConnectorTests(Wire wire) : IClassFixture<Wire>
{
    [Fact]
    public async Task Replies_are_posted_in_order_to_the_activity_that_they_answer()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        JsonObject message = Message(connector);
        message["id"] = "a;b:1@x/ñ";
        message["conversation"]!["id"] = "19:meeting_x@thread.v2;messageid=1";

        await PostAsync(message);

        Assert.Equal(["uno", "dos"], connector.Received.Select(posted => posted.Text));
        Assert.All(
            connector.Received,
            posted =>
                Assert.Equal(
                    "/connector/v3/conversations/19%3Ameeting_x%40thread.v2%3Bmessageid%3D1/activities/a%3Bb%3A1%40x%2F%C3%B1",
                    posted.Target
                )
        );
    }

    [Fact]
    public async Task A_reply_is_from_the_bot_to_the_person_in_their_conversation()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();

        await PostAsync(Message(connector));

        JsonElement reply = connector.Received.First().Activity;
        Assert.Equal("message", reply.GetProperty("type").GetString());
        Assert.Equal("bot", reply.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("persona", reply.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("conversación", reply.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Equal("plain", reply.GetProperty("textFormat").GetString());
        Assert.Equal("respuesta-a", reply.GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task A_message_without_an_id_is_answered_in_its_conversation()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        JsonObject message = Message(connector);
        message.Remove("id");

        await PostAsync(message);

        Assert.All(connector.Received, posted => Assert.Equal("/connector/v3/conversations/conversaci%C3%B3n/activities", posted.Target));
    }

    [Theory]
    [InlineData(429, "0")]
    [InlineData(429, null)]
    [InlineData(503, "0")]
    public async Task A_connector_that_asks_for_patience_is_asked_again_and_the_order_is_kept(int status, string? retryAfter)
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.RefuseNext(status, retryAfter);

        await PostAsync(Message(connector));

        Assert.Equal(["uno", "dos"], connector.Received.Select(posted => posted.Text));
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_is_left_alone()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.RefuseNext(403);

        await PostAsync(Message(connector));

        Assert.Empty(connector.Received);
    }

    [Fact]
    public async Task What_could_not_be_sent_goes_out_before_what_the_next_turn_says()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        JsonObject first = Message(connector);
        first["id"] = "primera";
        connector.RefuseNext(503, times: 7);
        await PostAsync(first);
        Assert.Empty(connector.Received);

        await PostAsync(Message(connector));

        Assert.Equal(
            ["primera", "primera", "respuesta-a", "respuesta-a"],
            connector.Received.Select(posted => posted.Target.Split('/')[^1])
        );
    }

    [Fact]
    public async Task A_connector_that_is_gone_is_no_fault_of_the_message()
    {
        FakeConnector connector = await FakeConnector.StartAsync();
        JsonObject message = Message(connector);
        await connector.DisposeAsync();

        await PostAsync(message);
    }

    [Fact]
    public async Task A_reply_whose_answer_was_lost_is_not_repeated_and_the_next_one_follows()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.LoseNextAnswer();

        await PostAsync(Message(connector));

        Assert.Equal(["uno", "dos"], connector.Received.Select(posted => posted.Text));
    }

    [Fact]
    public async Task A_slow_connector_does_not_hold_the_channels_answer_and_the_person_sees_that_the_bot_is_at_work()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        await using BotApp hasty = wire.Another(("Bot:TypingAfter", "00:00:00.001"), ("Bot:AnswerWithin", "00:00:00.001"));
        var slow = new TaskCompletionSource();
        connector.HeldUntil = slow.Task;

        Assert.Equal(HttpStatusCode.OK, await PostUntilTakenAsync(hasty, Message(connector)));
        slow.SetResult();
        await hasty.RestartAsync();
        Assert.Equal(["uno", "dos"], connector.Received.Where(posted => posted.Text is not null).Select(posted => posted.Text));
        Assert.Contains(connector.Received, posted => posted.Activity.GetProperty("type").GetString() == "typing");
    }

    [Fact]
    public async Task A_turn_that_takes_too_long_is_asked_for_again_and_recognised()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        await using BotApp hasty = wire.Another(("Bot:TypingAfter", "00:00:00.001"), ("Bot:AnswerWithin", "00:00:00.001"));
        JsonObject message = Message(connector);
        wire.Heard();
        var slow = new TaskCompletionSource();
        wire.DialogHeldUntil = slow.Task;

        using HttpResponseMessage first = await wire.PostAsync(message.ToJsonString(), client: hasty.Http);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.StatusCode);
        Assert.NotNull(first.Headers.RetryAfter);
        slow.SetResult();

        Assert.Equal(HttpStatusCode.OK, await PostUntilTakenAsync(hasty, message));
        Assert.Single(wire.Heard());
    }

    [Fact]
    public async Task A_mistake_of_ours_is_told_to_the_person_and_not_to_the_channel()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        wire.DialogHeldUntil = Task.FromException(new InvalidOperationException("bug"));

        await PostAsync(Message(connector));

        wire.DialogHeldUntil = Task.CompletedTask;
        Assert.StartsWith("Disculpe", Assert.Single(connector.Received).Text, StringComparison.Ordinal);
    }

    /// <summary>A new person each time, who has no waiting replies of other tests.</summary>
    private static JsonObject Message(FakeConnector connector)
    {
        JsonObject message = Wire.Message();
        message["id"] = "respuesta-a";
        message["channelId"] = new Uri(connector.ServiceUrl).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        message["serviceUrl"] = connector.ServiceUrl;
        message.Remove("deliveryMode");
        return message;
    }

    /// <summary>Redelivers the activity, like a channel that received 503.</summary>
    private async Task<HttpStatusCode> PostUntilTakenAsync(BotApp bot, JsonObject message)
    {
        while (true)
        {
            using HttpResponseMessage answer = await wire.PostAsync(message.ToJsonString(), client: bot.Http);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                return answer.StatusCode;
        }
    }

    private async Task PostAsync(JsonObject message)
    {
        using HttpResponseMessage answer = await wire.PostAsync(message);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
