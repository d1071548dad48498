using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgaBot.Dialogs.Inputs;

namespace AgaBot.Tests.Channels;

/// <summary>Processing of valid activities.</summary>
[Trait("Category", "Integration")]
public sealed class InboundTests(Wire wire) : IClassFixture<Wire>
{
    [Fact]
    public async Task Who_expects_the_replies_in_the_answer_gets_all_of_them_there()
    {
        using HttpResponseMessage answer = await wire.PostAsync(Wire.Message());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["uno", "dos"], await TextsAsync(answer));
        Assert.Equal([new UserInput.Typed("hola")], wire.Heard());
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_answered_twice_and_heard_once()
    {
        JsonObject message = Wire.Message();
        using HttpResponseMessage first = await wire.PostAsync(message);

        using HttpResponseMessage second = await wire.PostAsync(message);

        Assert.Equal(await TextsAsync(first), await TextsAsync(second));
        Assert.Single(wire.Heard());
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("installationUpdate")]
    [InlineData("messageReaction")]
    [InlineData("Message")]
    [InlineData("tomorrow")]
    public async Task A_type_that_the_bot_does_not_look_at_is_taken_and_nothing_follows(string type)
    {
        JsonObject activity = Wire.Message();
        activity["type"] = type;

        using HttpResponseMessage answer = await wire.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(wire.Heard());
    }

    [Fact]
    public async Task An_invoke_that_nobody_knows_is_not_implemented()
    {
        JsonObject activity = Wire.Message();
        activity["type"] = "invoke";
        activity["name"] = "composeExtension/query";

        using HttpResponseMessage answer = await wire.PostAsync(activity);

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Empty(wire.Heard());
    }

    [Theory]
    [InlineData("""{"accion":"enviar"}""")]
    [InlineData("""[1,2]""")]
    [InlineData("\"\\ud800\"")]
    [InlineData("""{"agabot":"\ud800"}""")]
    [InlineData("""{"agabot":"borrar todo"}""")]
    [InlineData("""{"agabot":"answer","revision":"-1"}""")]
    public async Task A_value_that_no_card_of_ours_sends_is_told_to_the_dialog_as_such(string value)
    {
        JsonObject activity = Wire.Message("");
        activity["value"] = "VALUE";

        using HttpResponseMessage answer = await wire.PostAsync(
            activity.ToJsonString().Replace("\"VALUE\"", value, StringComparison.Ordinal)
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([new UserInput.Unreadable()], wire.Heard());
    }

    [Fact]
    public async Task What_a_proxy_passes_on_is_refused()
    {
        using HttpResponseMessage answer = await wire.PostAsync(Wire.Message().ToJsonString(), forwardedFor: "203.0.113.7");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(wire.Heard());
    }

    [Theory]
    [InlineData("https://connector.example/")]
    [InlineData("http://127.0.0.1@connector.example/")]
    [InlineData("http://persona@127.0.0.1/")]
    [InlineData("http://127.0.0.1/?to=elsewhere")]
    [InlineData("http://127.0.0.1/#elsewhere")]
    [InlineData("file://localhost/etc")]
    [InlineData("/relative")]
    public async Task A_service_that_is_not_on_this_machine_is_refused(string serviceUrl)
    {
        JsonObject activity = Wire.Message();
        activity["serviceUrl"] = serviceUrl;

        using HttpResponseMessage answer = await wire.PostAsync(activity);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(wire.Heard());
    }

    private static async Task<string[]> TextsAsync(HttpResponseMessage answer)
    {
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. body.RootElement.GetProperty("activities").EnumerateArray().Select(reply => reply.GetProperty("text").GetString()!)];
    }
}
