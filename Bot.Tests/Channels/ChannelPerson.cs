using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Channels;

/// <summary>A person on a channel whose connector receives the replies, as in Teams. Activities can be redelivered.</summary>
/// <param name="http">The client of the bot, or of a relay in front of the bot.</param>
internal sealed class ChannelPerson(HttpClient http, FakeConnector connector, string channel = "msteams")
{
    private int activities;

    /// <summary>The newest card at the connector, and its activity id.</summary>
    public (string Id, CardInHand Card) Newest
    {
        get
        {
            Posted[] received = [.. connector.Received];
            int place = Array.FindLastIndex(received, posted => posted.Method == "POST" && posted.Card is not null);
            return (string.Create(CultureInfo.InvariantCulture, $"m{place + 1}"), received[place].Card!);
        }
    }

    public async Task SayAsync(params string[] texts)
    {
        foreach (string text in texts)
            await PostAsync(Say(text));
    }

    public JsonObject Say(string text) => Activity(activity => activity["text"] = text);

    /// <summary>Presses a card's button.</summary>
    public async Task<JsonObject> PressAsync(string cardId, JsonObject value)
    {
        JsonObject activity = Activity(pressed =>
        {
            pressed["value"] = value;
            pressed["replyToId"] = cardId;
        });
        await PostAsync(activity);
        return activity;
    }

    public JsonObject Invoke(string? cardId, JsonNode? value) =>
        Activity(activity =>
        {
            activity["type"] = "invoke";
            activity["name"] = "adaptiveCard/action";
            activity["value"] = value;
            activity["replyToId"] = cardId;
        });

    public async Task<JsonElement> PostAsync(JsonObject activity, int status = 200)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(activity.ToJsonString()))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        };
        using HttpResponseMessage answer = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        string body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode}: {body}");
        return body.Length > 0 ? JsonElement.Parse(body) : default;
    }

    private JsonObject Activity(Action<JsonObject> fill)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"dicho-{++activities}"),
            ["channelId"] = channel,
            ["serviceUrl"] = connector.ServiceUrl,
            ["locale"] = "es-PE",
            ["from"] = new JsonObject { ["id"] = "rosa" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = "c-rosa" },
        };
        fill(activity);
        return activity;
    }
}
