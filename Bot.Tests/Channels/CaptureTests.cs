using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace AgaBot.Tests.Channels;

/// <summary>Activities that Microsoft's Playground sent on two channels; <c>Captures/</c> has their bodies.</summary>
[Trait("Category", "Integration")]
public sealed class CaptureTests(Wire wire) : IClassFixture<Wire>
{
    public static TheoryData<string, HttpStatusCode, string?> Captures =>
        new()
        {
            { "emulator-conversationUpdate", HttpStatusCode.OK, "Joined" },
            { "emulator-message", HttpStatusCode.OK, "Typed" },
            { "emulator-expectReplies-message", HttpStatusCode.OK, "Typed" },
            { "emulator-message-with-value", HttpStatusCode.OK, "Unreadable" },
            { "emulator-invoke-adaptiveCard-action", HttpStatusCode.OK, null },
            { "msteams-conversationUpdate", HttpStatusCode.OK, "Joined" },
            { "msteams-installationUpdate", HttpStatusCode.OK, "Installed" },
            { "msteams-message", HttpStatusCode.OK, "Typed" },
            { "msteams-message-with-value", HttpStatusCode.OK, "Unreadable" },
        };

    [Theory]
    [MemberData(nameof(Captures))]
    public async Task What_the_Playground_sent_is_understood(string capture, HttpStatusCode status, string? heard)
    {
        await using FakeConnector connector = await FakeConnector.StartAsync();
        JsonObject activity = JsonNode
            .Parse(
                await File.ReadAllTextAsync(
                    Path.Combine(Repository.Root, "Bot.Tests", "Channels", "Captures", $"{capture}.json"),
                    Encoding.UTF8
                )
            )!
            .AsObject();
        activity["serviceUrl"] = connector.ServiceUrl;

        using HttpResponseMessage answer = await wire.PostAsync(activity);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(heard, wire.Heard().SingleOrDefault()?.GetType().Name);
        bool inTheAnswer = activity.ContainsKey("deliveryMode");
        Assert.Equal(heard is null || inTheAnswer ? 0 : 2, connector.Received.Count);
        Assert.Equal(inTheAnswer, (await answer.Content.ReadAsStringAsync()).Contains("\"activities\"", StringComparison.Ordinal));
    }
}
