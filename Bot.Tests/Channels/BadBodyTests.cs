using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Tests.Channels;

/// <summary>A body that is not an activity is refused with a reason, and nothing is stored.</summary>
[Trait("Category", "Integration")]
public sealed class BadBodyTests(Wire wire) : IClassFixture<Wire>
{
    private const HttpStatusCode Bad = HttpStatusCode.BadRequest;

    public static TheoryData<string, string, HttpStatusCode> Bodies =>
        new()
        {
            { "nothing", "", Bad },
            { "a null", "null", Bad },
            { "not JSON", "hola", Bad },
            { "JSON that ends too early", """{"type":"message",""", Bad },
            { "two activities", $"{Wire.Message().ToJsonString()}{Wire.Message().ToJsonString()}", Bad },
            { "an array", "[]", Bad },
            { "a text", "\"hola\"", Bad },
            { "JSON of another shape", """{"type":{"is":"message"},"from":[1]}""", Bad },
            { "5 MB", $$"""{"text":"{{new string('a', 5_000_000)}}"}""", HttpStatusCode.RequestEntityTooLarge },
            { "10,000 levels", $$"""{"type":"message","value":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""", Bad },
            { "10,000 levels of no one's", $$"""{"x":{{string.Concat(Enumerable.Repeat("""{"x":""", 10_000))}}""", Bad },
            { "half a surrogate pair", Wire.Message("TEXT").ToJsonString().Replace("TEXT", @"hola \ud800", StringComparison.Ordinal), Bad },
        };

    public static TheoryData<string, string?, string> Fields =>
        new()
        {
            { "type", null, "type is missing." },
            { "type", "", "type is missing." },
            { "from", null, "from.id is missing." },
            { "conversation", null, "conversation.id is missing." },
            { "recipient", null, "recipient.id is missing." },
            { "serviceUrl", null, "serviceUrl is missing." },
            { "channelId", null, "channelId is missing." },
            { "channelId", new string('c', 5_000), "channelId and from.id are too long." },
            { "serviceUrl", $"http://127.0.0.1/{new string('s', 5_000)}", "serviceUrl is too long." },
            { "id", new string('i', 5_000), "id is too long." },
            { "id", "..", "id is a step in a path." },
        };

    public static TheoryData<string, string> Ids =>
        new()
        {
            { "from", "channelId and from.id are too long." },
            { "conversation", "conversation.id is too long." },
            { "recipient", "recipient.id is too long." },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task What_is_no_activity_is_refused(string what, string body, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await wire.PostAsync(body);

        Assert.True(status == answer.StatusCode, $"{what}: {answer.StatusCode}");
        Assert.NotEmpty(await MessageOfAsync(answer));
        Assert.Empty(wire.Heard());
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_that_is_missing_or_no_use_is_named(string field, string? value, string message)
    {
        JsonObject activity = Wire.Message();
        activity[field] = value;

        await AssertRefusedAsync(activity, message);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task An_id_of_5000_characters_is_refused(string account, string message)
    {
        JsonObject activity = Wire.Message();
        activity[account]!["id"] = new string('ñ', 5_000);

        await AssertRefusedAsync(activity, message);
    }

    [Fact]
    public async Task A_conversation_that_is_a_step_in_a_path_is_refused()
    {
        JsonObject activity = Wire.Message();
        activity["conversation"]!["id"] = "..";

        await AssertRefusedAsync(activity, "conversation.id is a step in a path.");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task What_does_not_say_that_it_is_JSON_is_refused(string contentType)
    {
        using HttpResponseMessage answer = await wire.PostAsync(Wire.Message().ToJsonString(), contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Empty(wire.Heard());
    }

    private async Task AssertRefusedAsync(JsonObject activity, string message)
    {
        using HttpResponseMessage answer = await wire.PostAsync(activity);

        Assert.Equal(Bad, answer.StatusCode);
        Assert.Equal(message, await MessageOfAsync(answer));
        Assert.Empty(wire.Heard());
    }

    private static async Task<string> MessageOfAsync(HttpResponseMessage answer)
    {
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("error").GetProperty("message").GetString()!;
    }
}
