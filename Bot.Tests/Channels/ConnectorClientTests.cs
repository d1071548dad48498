using AgaBot.Channels.Connector;
using AgaBot.Channels.Protocol;
using AgaBot.Turns.Requests;

namespace AgaBot.Tests.Channels;

/// <summary>The requests of the bot to a connector on the wire.</summary>
[Trait("Category", "Integration")]
public sealed class ConnectorClientTests : IDisposable
{
    private static readonly Activity Words = new() { Type = ActivityTypes.Message, Text = "dicho" };

    private readonly ConnectorClient client = Connectors.Client();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("""{"id":"1:a"}""", "1:a")]
    [InlineData("""{"id":""}""", null)]
    [InlineData("""{"id":7}""", null)]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("<html>", null)]
    [InlineData("", null)]
    public async Task A_message_that_was_taken_has_the_id_that_the_connector_gave_if_any(string answer, string? id)
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.Answer = answer;

        Assert.Equal(new ConnectorResult.Accepted(id), await client.SendAsync(Reference(connector), Words, CancellationToken.None));
    }

    [Fact]
    public async Task A_message_is_replaced_under_its_id()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();

        await client.UpdateAsync(Reference(connector), "1:a", Words, CancellationToken.None);

        Posted put = Assert.Single(connector.Received);
        Assert.Equal(("PUT", "/connector/v3/conversations/c%3B1/activities/1%3Aa", "dicho"), (put.Method, put.Target, put.Text));
    }

    [Fact]
    public async Task A_message_is_taken_back_under_its_id()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();

        await client.DeleteAsync(Reference(connector), "1:a", CancellationToken.None);

        Posted deletion = Assert.Single(connector.Received);
        Assert.Equal(("DELETE", "/connector/v3/conversations/c%3B1/activities/1%3Aa"), (deletion.Method, deletion.Target));
    }

    [Fact]
    public async Task A_conversation_with_one_person_is_opened_in_their_tenant()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        var parameters = new ConversationParameters(new ChannelAccount("bot"), [new ChannelAccount("29:x")], TenantId: "inquilino");

        ConnectorResult answer = await client.CreateConversationAsync(Reference(connector), parameters, CancellationToken.None);

        Assert.Equal(new ConnectorResult.Accepted("dado"), answer);
        Posted posted = Assert.Single(connector.Received);
        Assert.Equal(("POST", "/connector/v3/conversations"), (posted.Method, posted.Target));
        Assert.Equal(
            """{"bot":{"id":"bot"},"members":[{"id":"29:x"}],"isGroup":false,"tenantId":"inquilino"}""",
            posted.Activity.GetRawText()
        );
    }

    private static ConversationReference Reference(FakeConnector connector) =>
        new("msteams", connector.ServiceUrl, "c;1", "persona", null, "bot", null, null, null);
}
