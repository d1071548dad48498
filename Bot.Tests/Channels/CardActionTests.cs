using System.Text.Json;
using System.Text.Json.Nodes;
using AgaBot.Tests.Hosting;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;
using AgaBot.Turns.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Channels;

/// <summary>Invokes <c>adaptiveCard/action</c>: a button with <c>Action.Execute</c>, as Teams sends it.</summary>
[Trait("Category", "Integration")]
public sealed class CardActionTests : ConnectedTests
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string ErrorType = "application/vnd.microsoft.error";

    [Fact]
    public async Task The_answer_takes_the_cards_place_and_the_next_question_follows()
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);
        await rosa.SayAsync("presentarme");
        (string id, CardInHand consent) = rosa.Newest;
        Connector.Received.Clear();

        JsonElement answer = await rosa.PostAsync(rosa.Invoke(id, Action(consent.Press("yes"))));

        AssertIs(answer, 200, CardType);
        Assert.EndsWith("\nSí", new CardInHand(answer.GetProperty("value")).FallbackText, StringComparison.Ordinal);
        Posted next = Assert.Single(Connector.Received);
        Assert.Equal("POST", next.Method);
        Assert.Contains("nombre", next.Card!.Inputs.Keys);
    }

    [Fact]
    public async Task The_same_invoke_again_is_answered_alike_and_changes_nothing()
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);
        await rosa.SayAsync("presentarme");
        (string id, CardInHand consent) = rosa.Newest;
        JsonObject invoke = rosa.Invoke(id, Action(consent.Press("yes")));
        JsonElement first = await rosa.PostAsync(invoke);

        JsonElement second = await rosa.PostAsync(invoke);

        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task An_old_card_is_told_in_the_conversation_that_it_was_answered()
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);
        await rosa.SayAsync("presentarme");
        (string id, CardInHand consent) = rosa.Newest;
        await rosa.SayAsync("sí");

        JsonElement answer = await rosa.PostAsync(rosa.Invoke(id, Action(consent.Press("yes"))));

        AssertIs(answer, 200, MessageType);
        Assert.Equal("Le respondí aquí abajo, en la conversación.", answer.GetProperty("value").GetString());
        Assert.Contains("Esa tarjeta es de un paso anterior", rosa.Newest.Card.FallbackText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"guardar","data":{"paso":2}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"guardar"}}""")]
    [InlineData("""{"action":{"data":"answer"}}""")]
    public async Task An_action_of_no_card_of_ours_is_an_error_in_its_own_form(string value)
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);

        JsonElement answer = await rosa.PostAsync(rosa.Invoke("m1", JsonNode.Parse(value)));

        AssertIs(answer, 400, ErrorType);
        Assert.Equal("BadRequest", answer.GetProperty("value").GetProperty("code").GetString());
        Assert.Empty(Connector.Received);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"action\"")]
    [InlineData("""{"action":7}""")]
    [InlineData("""{"accion":{}}""")]
    public async Task A_value_without_an_action_is_malformed(string value)
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);

        JsonElement answer = await rosa.PostAsync(rosa.Invoke("m1", JsonNode.Parse(value)), status: 400);

        AssertIs(answer, 400, ErrorType);
    }

    [Fact]
    public async Task A_store_that_is_gone_is_our_failure_in_its_own_form()
    {
        await using BotApp broken = BotApp.Start(new() { Services = services => services.AddSingleton<ITurnRunner, GoneRunner>() });
        var rosa = new ChannelPerson(broken.Http, Connector);

        JsonElement answer = await rosa.PostAsync(rosa.Invoke("m1", Action(new JsonObject { ["agabot"] = "yes", ["session"] = "s" })));

        AssertIs(answer, 500, ErrorType);
    }

    private static JsonObject Action(JsonObject data) =>
        new()
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "agabot",
                ["data"] = data,
            },
            ["trigger"] = "manual",
        };

    private static void AssertIs(JsonElement answer, int status, string type)
    {
        Assert.Equal(status, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal(type, answer.GetProperty("type").GetString());
    }

    private sealed class GoneRunner : ITurnRunner
    {
        public ValueTask<TurnResult> RunAsync(TurnRequest request, IReplySender sender, CancellationToken cancellationToken) =>
            ValueTask.FromResult<TurnResult>(new TurnResult.Unavailable());
    }
}
