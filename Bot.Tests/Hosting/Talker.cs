using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AgaBot.Tests.Hosting;

/// <summary>A person at <c>POST /api/messages</c> who reads the answers in the response (<c>deliveryMode: expectReplies</c>).</summary>
/// <param name="channel">The channel id: <c>emulator</c> shows cards, <c>sms</c> only text.</param>
/// <param name="conversation">The private conversation of the person; null for the default one.</param>
/// <param name="group">The group conversation; null for a private one.</param>
public sealed partial class Talker(
    HttpClient http,
    string person,
    string channel = "emulator",
    string? group = null,
    string? conversation = null
)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private int activities;
    private byte[] last = [];

    public string Person => person;

    /// <summary>In a group <c>@Name</c> is a mention, as Teams writes it; the bot's name is AgaBot.</summary>
    public Task<ImmutableArray<BotMessage>> SayAsync(string text) =>
        PostAsync(activity =>
        {
            activity["text"] = group is null ? text : Mentioned().Replace(text, "<at>$1</at>&nbsp;");
            if (group is not null)
                activity["entities"] = new JsonArray([.. Mentioned().Matches(text).Select(mention => Entity(mention.Groups[1].Value))]);
        });

    public Task<ImmutableArray<BotMessage>> PressAsync(JsonObject value) => PostAsync(activity => activity["value"] = value);

    /// <summary>Joins the conversation.</summary>
    public Task<ImmutableArray<BotMessage>> JoinAsync() =>
        PostAsync(activity =>
        {
            activity["type"] = "conversationUpdate";
            activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = person }, new JsonObject { ["id"] = "bot" });
        });

    /// <summary>Installs the bot in the conversation (<c>add</c>), or removes it (<c>remove</c>).</summary>
    public Task<ImmutableArray<BotMessage>> InstallAsync(string action) =>
        PostAsync(activity =>
        {
            activity["type"] = "installationUpdate";
            activity["action"] = action;
        });

    /// <summary>Redelivers the last activity, like a channel that received no response.</summary>
    public Task<ImmutableArray<BotMessage>> RepeatAsync() => DeliverAsync();

    /// <summary>Redelivers to a bot that may be unavailable; returns whether the bot accepted the activity.</summary>
    public async Task<bool> TryRepeatAsync()
    {
        using HttpResponseMessage answer = await PostAsync();
        return answer.IsSuccessStatusCode;
    }

    /// <summary>All replies of the bot to this text, as one text.</summary>
    public async Task<string> AskAsync(string text) => string.Join('\n', (await SayAsync(text)).Select(message => message.Words));

    /// <summary>Sends a text to a bot that stops meanwhile, and ignores the response.</summary>
    public async Task SayUnheardAsync(string text)
    {
        Write(activity => activity["text"] = text);
        using HttpResponseMessage unheard = await PostAsync();
    }

    private Task<ImmutableArray<BotMessage>> PostAsync(Action<JsonObject> fill)
    {
        Write(fill);
        return DeliverAsync();
    }

    private void Write(Action<JsonObject> fill)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{person}{group}{conversation}-{++activities}"),
            ["channelId"] = channel,
            ["serviceUrl"] = "http://127.0.0.1:1",
            ["deliveryMode"] = "expectReplies",
            ["locale"] = "es-PE",
            ["from"] = new JsonObject { ["id"] = person },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = group is null
                ? new JsonObject { ["id"] = $"c-{person}{conversation}" }
                : new JsonObject
                {
                    ["id"] = $"19:{group}@thread.tacv2;messageid=1",
                    ["isGroup"] = true,
                    ["conversationType"] = "channel",
                },
        };
        fill(activity);
        last = Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    private async Task<ImmutableArray<BotMessage>> DeliverAsync()
    {
        using HttpResponseMessage response = await PostAsync();
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {body}");
        using JsonDocument replies = JsonDocument.Parse(body);
        return [.. replies.RootElement.GetProperty("activities").EnumerateArray().Select(BotMessage.Of)];
    }

    private async Task<HttpResponseMessage> PostAsync()
    {
        using var content = new ByteArrayContent(last) { Headers = { ContentType = Json } };
        return await http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
    }

    private static JsonObject Entity(string name) =>
        new()
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = name == "AgaBot" ? "bot" : $"29:{name}", ["name"] = name },
            ["text"] = $"<at>{name}</at>",
        };

    [GeneratedRegex(@"@(\w+) ?")]
    private static partial Regex Mentioned();
}

/// <summary>A message of the bot as the channel shows it.</summary>
/// <param name="Words">The text, or the text alternative of a card.</param>
public sealed record BotMessage(string Words, CardInHand? Card)
{
    public static BotMessage Of(JsonElement activity)
    {
        CardInHand? card = activity.TryGetProperty("attachments", out JsonElement attachments)
            ? new CardInHand(attachments[0].GetProperty("content").Clone())
            : null;
        string? text = activity.TryGetProperty("text", out JsonElement said) ? said.GetString() : null;
        return new(text ?? card?.FallbackText ?? "", card);
    }
}
