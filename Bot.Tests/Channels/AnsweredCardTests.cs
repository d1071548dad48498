using System.Text.Json.Nodes;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels;

/// <summary>An answered card is replaced by a card that shows the answer.</summary>
[Trait("Category", "Integration")]
public sealed class AnsweredCardTests : ConnectedTests
{
    [Fact]
    public async Task A_typed_answer_replaces_the_card_once_the_next_question_is_there()
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);
        await AtTheProposalAsync(rosa);
        (string id, _) = rosa.Newest;
        Connector.Received.Clear();

        await rosa.SayAsync("Población preparada");

        Assert.Equal(["POST", "PUT"], Connector.Received.Select(posted => posted.Method));
        Posted replaced = Connector.Received.Last();
        Assert.EndsWith($"/activities/{id}", replaced.Target, StringComparison.Ordinal);
        Assert.Equal(id, replaced.Activity.GetProperty("id").GetString());
        Assert.EndsWith("\nPoblación preparada", replaced.Card!.FallbackText, StringComparison.Ordinal);
        Assert.Empty(replaced.Card.Inputs);
    }

    [Fact]
    public async Task A_pressed_card_is_replaced_and_its_edit_asks_the_question_again()
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);
        await AtTheProposalAsync(rosa);
        (string id, CardInHand card) = rosa.Newest;
        await rosa.PressAsync(id, card.Press("answer", ("propuesta", "Población preparada")));
        CardInHand answered = Connector.Received.Last(posted => posted.Method == "PUT").Card!;

        await rosa.PressAsync(id, answered.Press("edit"));

        Assert.Equal("Población preparada", rosa.Newest.Card.Inputs["propuesta"].GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_card_pressed_twice_is_answered_once_and_says_how_to_edit()
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);
        await AtTheProposalAsync(rosa);
        (string id, CardInHand card) = rosa.Newest;
        JsonObject press = card.Press("answer", ("propuesta", "Población preparada"));
        await rosa.PressAsync(id, press);

        await rosa.PressAsync(id, card.Press("answer", ("propuesta", "Otra cosa")));

        Assert.Contains(
            "Esa pregunta ya la respondió. Si quiere cambiarla, escriba editar 2.",
            rosa.Newest.Card.FallbackText,
            StringComparison.Ordinal
        );
        await rosa.SayAsync("editar 2");
        Assert.Equal("Población preparada", rosa.Newest.Card.Inputs["propuesta"].GetProperty("value").GetString());
    }

    [Fact]
    public async Task The_same_activity_again_replaces_the_same_card_by_the_same()
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);
        await AtTheProposalAsync(rosa);
        (string id, CardInHand card) = rosa.Newest;
        JsonObject press = await rosa.PressAsync(id, card.Press("answer", ("propuesta", "Población preparada")));

        await rosa.PostAsync(press);

        Posted[] replaced =
        [
            .. Connector.Received.Where(posted => posted.Method == "PUT" && posted.Target.EndsWith($"/{id}", StringComparison.Ordinal)),
        ];
        Assert.Equal(2, replaced.Length);
        Assert.Equal(replaced[0].Activity.GetRawText(), replaced[1].Activity.GetRawText());
    }

    [Fact]
    public async Task A_card_that_cannot_be_replaced_holds_nothing_back()
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);
        await AtTheProposalAsync(rosa);
        Connector.Received.Clear();
        Connector.TakeNext();
        Connector.RefuseNext(404);

        await rosa.SayAsync("Población preparada");

        Posted next = Assert.Single(Connector.Received);
        Assert.Contains("problema", next.Card!.Inputs.Keys);
    }

    [Fact]
    public async Task Which_card_is_open_is_known_after_a_restart()
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);
        await AtTheProposalAsync(rosa);
        string id = rosa.Newest.Id;
        await Bot.RestartAsync();

        await rosa.SayAsync("avance", "Población preparada");

        Assert.EndsWith($"/{id}", Connector.Received.Last(posted => posted.Method == "PUT").Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sent_ficha_leaves_no_review_that_can_be_sent_again()
    {
        var rosa = new ChannelPerson(Bot.Http, Connector);
        await AtTheProposalAsync(rosa);
        await rosa.SayAsync("Población preparada", "saltar", "saltar", "saltar", "saltar", "listo", "saltar");
        (string id, CardInHand review) = rosa.Newest;

        await rosa.PressAsync(id, review.Press("send"));

        Posted replaced = Connector.Received.Last(posted => posted.Method == "PUT");
        Assert.EndsWith($"/{id}", replaced.Target, StringComparison.Ordinal);
        Assert.Equal("Revisión\nEnviada.", replaced.Card!.FallbackText);
        Assert.False(replaced.Card.Has("send") || replaced.Card.Has("edit"));
    }

    [Fact]
    public async Task A_channel_that_replaces_nothing_is_not_asked_to()
    {
        var rosa = new ChannelPerson(Bot.Http, Connector, "directline");
        await AtTheProposalAsync(rosa);

        await rosa.SayAsync("Población preparada");

        Assert.All(Connector.Received, posted => Assert.Equal("POST", posted.Method));
    }

    /// <summary>The second question, after consent, profile and component.</summary>
    private static Task AtTheProposalAsync(ChannelPerson person) =>
        person.SayAsync("presentarme", "sí", "Participante 07", "Gobierno Regional", "1", "saltar", "proponer", "1");
}
