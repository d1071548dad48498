using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Tests.Channels;

/// <summary>Replies leave through the connector that the message came by.</summary>
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
        Assert.All(connector.Received, posted => Assert.Equal(
            "/connector/v3/conversations/19%3Ameeting_x%40thread.v2%3Bmessageid%3D1/activities/a%3Bb%3A1%40x%2F%C3%B1", posted.Target));
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
        connector.RefuseNext(500);
        await PostAsync(first);
        Assert.Empty(connector.Received);

        await PostAsync(Message(connector));

        Assert.Equal(["primera", "primera", "respuesta-a", "respuesta-a"], connector.Received.Select(posted => posted.Target.Split('/')[^1]));
    }

    [Fact]
    public async Task A_connector_that_is_gone_is_no_fault_of_the_message()
    {
        FakeConnector connector = await FakeConnector.StartAsync();
        JsonObject message = Message(connector);
        await connector.DisposeAsync();

        await PostAsync(message);
    }

    /// <summary>A person of its own each time, so that nothing waits for them from elsewhere.</summary>
    private static JsonObject Message(FakeConnector connector)
    {
        JsonObject message = Wire.Message();
        message["id"] = "respuesta-a";
        message["channelId"] = new Uri(connector.ServiceUrl).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        message["serviceUrl"] = connector.ServiceUrl;
        message.Remove("deliveryMode");
        return message;
    }

    private async Task PostAsync(JsonObject message)
    {
        using HttpResponseMessage answer = await wire.PostAsync(message);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
