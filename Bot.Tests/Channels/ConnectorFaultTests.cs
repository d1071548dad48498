using System.Net;
using AgaBot.Channels.Connector;
using AgaBot.Channels.Protocol;
using AgaBot.Turns.Requests;

namespace AgaBot.Tests.Channels;

/// <summary>Faults of connectors: a message that cannot have arrived is sent again; one that may have arrived is not.</summary>
[Trait("Category", "Integration")]
public sealed class ConnectorFaultTests : IDisposable
{
    private static readonly Activity Words = new() { Type = ActivityTypes.Message, Text = "dicho" };

    private readonly ConnectorClient client = Connectors.Client();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData(408)]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_was_not_taken_is_sent_again_until_it_is(int status)
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.RefuseNext(status, times: 6);

        Assert.Equal(new ConnectorResult.Accepted("dado"), await SayAsync(connector));

        Assert.Single(connector.Received);
    }

    [Fact]
    public async Task What_is_never_taken_waits()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.RefuseNext(503, times: 7);

        Assert.IsType<ConnectorResult.RetryLater>(await SayAsync(connector));

        Assert.Empty(connector.Received);
    }

    [Fact]
    public async Task What_finds_nobody_listening_waits()
    {
        FakeConnector connector = await FakeConnector.StartAsync();
        ConversationReference to = Reference(connector);
        await connector.DisposeAsync();

        Assert.IsType<ConnectorResult.RetryLater>(await client.SendAsync(to, Words, CancellationToken.None));
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_not_sent_again()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.LoseNextAnswer();

        Assert.IsType<ConnectorResult.ResponseLost>(await SayAsync(connector));

        Assert.Single(connector.Received);
    }

    [Fact]
    public async Task A_replacement_whose_answer_was_lost_is_sent_again_for_it_changes_nothing()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.LoseNextAnswer();

        Assert.Equal(
            new ConnectorResult.Accepted("dado"),
            await client.UpdateAsync(Reference(connector), "1", Words, CancellationToken.None)
        );

        Assert.Equal(2, connector.Received.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task What_is_wrong_or_may_be_there_already_is_not_sent_again(int status)
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.RefuseNext(status);

        Assert.Equal(new ConnectorResult.Rejected((HttpStatusCode)status), await SayAsync(connector));

        Assert.Empty(connector.Received);
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"MessageWritesBlocked","message":"x"}}""", "MessageWritesBlocked")]
    [InlineData(403, """{"error":{"code":"ConversationBlockedByUser"}}""", "ConversationBlockedByUser")]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster"}}""", "BotNotInConversationRoster")]
    [InlineData(403, """{"error":{"code":"<b>no</b>"}}""", "Forbidden")]
    [InlineData(403, """{"error":null}""", "Forbidden")]
    [InlineData(403, "<html>", "Forbidden")]
    [InlineData(404, "", "NotFound")]
    public async Task Who_blocked_the_bot_or_went_is_unreachable_for_the_connectors_reason(int status, string body, string reason)
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.RefuseNext(status, body: body);

        Assert.Equal(new ConnectorResult.Unreachable(reason), await SayAsync(connector));

        Assert.Empty(connector.Received);
    }

    [Fact]
    public async Task A_connector_that_many_could_not_reach_is_left_alone_for_a_while()
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        connector.RefuseNext(503, times: 400);
        for (int i = 0; i < 10; i++)
            await SayAsync(connector);

        Assert.True(connector.Left > 300, "Every message was tried as often as the first.");
    }

    private ValueTask<ConnectorResult> SayAsync(FakeConnector connector) =>
        client.SendAsync(Reference(connector), Words, CancellationToken.None);

    private static ConversationReference Reference(FakeConnector connector) =>
        new("msteams", connector.ServiceUrl, "c;1", "persona", null, "bot", null, null, null);
}
