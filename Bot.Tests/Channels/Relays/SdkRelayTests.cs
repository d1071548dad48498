using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.LaLibertad;

namespace AgaBot.Tests.Channels.Relays;

/// <summary>
/// Microsoft's two SDKs for Node.js post to our bot and read what it answers, as bots that stand before it: npm <c>botbuilder</c> 4.23.3
/// has it
/// for a skill (its client, its skill handler, its connector client), npm <c>@microsoft/agents-hosting</c> 1.8.1 delegates to it (its
/// schema of
/// activities, its connector client, its client of other agents). Their connector clients themselves call <c>/v3/conversations</c>,
/// which only a channel has: what they post arrives here at the channel's side of the relay.
/// </summary>
[Trait("Category", "Integration")]
public sealed partial class SdkRelayTests : ConnectedTests
{
    public static TheoryData<string> Sdks => ["botbuilder", "agents"];

    [Theory]
    [MemberData(nameof(Sdks))]
    public async Task A_ficha_is_filled_by_touching_cards_only(string sdk)
    {
        await using SdkRelay relay = await SdkRelay.StartAsync(sdk, Bot.Address);
        var rosa = new ChannelPerson(relay.Http, Connector);

        await rosa.SayAsync("proponer");
        await PressAsync(rosa, "yes");
        await PressAsync(rosa, "answer", ("componente", "comunidades-seguras"));
        foreach (string question in (string[])["propuesta", "problema", "objetivo", "responsable"])
            await PressAsync(rosa, "answer", (question, $"Población «preparada» & 100 % {question}"));
        await PressAsync(rosa, "skip");
        await PressAsync(rosa, "addRow", ("accion", "Simulacros"), ("inicio", "Jun 2016"), ("fin", "Jun 2017"));
        await PressAsync(rosa, "done");
        await PressAsync(rosa, "answer", ("cumplimiento", "julio 2017"));
        Assert.Contains("Población «preparada» & 100 % problema", rosa.Newest.Card.FallbackText, StringComparison.Ordinal);
        await PressAsync(rosa, "send");
        await PressAsync(
            rosa,
            "answer",
            ("nombre", "Rosa Flores"),
            ("organizacion", "Gobierno Regional La Libertad"),
            ("tipo", "gobierno-regional")
        );

        Assert.Matches(ReceiptNumber(), rosa.Newest.Card.FallbackText);
        Posted[] replaced = [.. Connector.Received.Where(posted => posted.Method == "PUT")];
        // One for each pressed button.
        Assert.Equal(12, replaced.Length);
        Assert.All(
            replaced,
            put => Assert.EndsWith($"/{put.Activity.GetProperty("id").GetString()}", put.Target, StringComparison.Ordinal)
        );
        Assert.All(
            Connector.Received,
            posted =>
            {
                Assert.StartsWith("/connector/v3/conversations/c-rosa/activities", posted.Target, StringComparison.Ordinal);
                Assert.Equal("rosa", posted.Activity.GetProperty("recipient").GetProperty("id").GetString());
            }
        );
    }

    [Theory]
    [MemberData(nameof(Sdks))]
    public async Task Every_ficha_of_the_workshop_comes_through_where_replies_are_in_the_answer(string sdk)
    {
        await using SdkRelay relay = await SdkRelay.StartAsync(sdk, Bot.Address);
        foreach ((int number, WorkshopProposal proposal) in Workshop.Load().Fichas.Index())
        {
            var talk = new CardTalk(new Talker(relay.Http, $"persona-{number}"));
            await talk.BeginAsync("proponer");
            await talk.FillAsync(proposal);
            Assert.Matches(ReceiptNumber(), await talk.SayWhoAsync(new("Rosa", "Gobierno Regional", IsWoman: true)));
        }
    }

    [Theory]
    [MemberData(nameof(Sdks))]
    public async Task An_invoke_is_answered_with_the_card_that_takes_the_pressed_ones_place(string sdk)
    {
        await using SdkRelay relay = await SdkRelay.StartAsync(sdk, Bot.Address);
        var rosa = new ChannelPerson(relay.Http, Connector);
        await rosa.SayAsync("presentarme");
        (string id, CardInHand consent) = rosa.Newest;

        JsonElement answer = await rosa.PostAsync(
            rosa.Invoke(
                id,
                new JsonObject
                {
                    ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = consent.Press("yes") },
                }
            )
        );

        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.EndsWith("\nSí", new CardInHand(answer.GetProperty("value")).FallbackText, StringComparison.Ordinal);
        Assert.Contains("nombre", rosa.Newest.Card.Inputs.Keys);
    }

    [Fact]
    public async Task An_agent_that_delegates_by_its_sdks_own_client_hears_the_answer_at_its_own_door()
    {
        await using SdkRelay relay = await SdkRelay.StartAsync("agents", Bot.Address);
        using var content = new StringContent(
            new ChannelPerson(relay.Http, Connector).Say("avance").ToJsonString(),
            System.Text.Encoding.UTF8,
            "application/json"
        );

        using HttpResponseMessage answer = await relay.Http.PostAsync(new Uri("/api/delegated", UriKind.Relative), content);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Posted shown = Assert.Single(Connector.Received, posted => posted.Card is not null);
        Assert.Contains("Comunidades seguras", shown.Card!.FallbackText, StringComparison.Ordinal);
    }

    private static async Task PressAsync(ChannelPerson person, string action, params (string Question, string Value)[] filled)
    {
        (string id, CardInHand card) = person.Newest;
        await person.PressAsync(id, card.Press(action, filled));
    }

    [GeneratedRegex(@"\d{3}-\d{3}-\d")]
    private static partial Regex ReceiptNumber();
}
