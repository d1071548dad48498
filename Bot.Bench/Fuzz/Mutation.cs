using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Bench.Fuzz;

/// <summary>Changes an activity in a few places: first its JSON tree, then its bytes.</summary>
internal static class Mutation
{
    private static readonly string[] Names =
    [
        "type",
        "id",
        "from",
        "recipient",
        "conversation",
        "channelId",
        "serviceUrl",
        "text",
        "value",
        "name",
        "locale",
        "entities",
        "attachments",
        "channelData",
        "replyToId",
        "timestamp",
        "localTimestamp",
        "deliveryMode",
        "membersAdded",
        "membersRemoved",
        "action",
        "textFormat",
        "summary",
        "suggestedActions",
    ];

    private static readonly string[] Types =
    [
        "message",
        "conversationUpdate",
        "installationUpdate",
        "invoke",
        "event",
        "typing",
        "messageReaction",
        "messageUpdate",
        "messageDelete",
        "endOfConversation",
        "handoff",
        "trace",
        "MESSAGE",
    ];

    public static void Change(JsonObject activity, Random random)
    {
        for (int changes = random.Next(1, 5); changes > 0; changes--)
            ChangeOnce(Somewhere(activity, random), random);
        if (random.Next(8) == 0)
            activity["type"] = random.GetItems(Types, 1)[0];
    }

    /// <summary>Rarely changes the bytes: the bot refuses invalid JSON early, which tests little.</summary>
    public static byte[] Damage(byte[] json, Random random)
    {
        switch (random.Next(40))
        {
            case 0:
                return json[..random.Next(json.Length)];
            case 1:
                for (int flips = random.Next(1, 6); flips > 0; flips--)
                    json[random.Next(json.Length)] = (byte)random.Next(256);
                return json;
            case 2:
                return [.. json, .. json];
            case 3:
                return Encoding.UTF8.GetBytes(
                    Encoding.UTF8.GetString(json).Replace("\"text\"", "\"text\":\"otro\",\"text\"", StringComparison.Ordinal)
                );
            case 4:
                return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace("hola", @"hola \ud800", StringComparison.Ordinal));
            case 5:
                return Encoding.UTF8.GetBytes($$"""{"type":"message","value":{{OddValues.Nested(random.Next(1, 5_000))}}}""");
            case 6:
                return Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(json));
            default:
                return json;
        }
    }

    private static void ChangeOnce(JsonObject place, Random random)
    {
        string[] present = [.. place.Select(property => property.Key)];
        string name = present.Length > 0 && random.Next(4) > 0 ? present[random.Next(present.Length)] : Names[random.Next(Names.Length)];
        switch (random.Next(5))
        {
            case 0:
                place.Remove(name);
                break;
            case 1 when present.Length > 1:
                place[name] = place[present[random.Next(present.Length)]]?.DeepClone();
                break;
            case 2:
                place[name] = OddValues.Text(random);
                break;
            case 3 when place[name] is { } inner:
                place[name] =
                    random.Next(2) == 0
                        ? new JsonArray(inner.DeepClone(), inner.DeepClone())
                        : new JsonObject { ["id"] = inner.DeepClone() };
                break;
            default:
                place[name] = OddValues.Node(random);
                break;
        }
    }

    /// <summary>The activity, or an object anywhere within it.</summary>
    private static JsonObject Somewhere(JsonObject activity, Random random)
    {
        JsonObject place = activity;
        while (random.Next(3) > 0)
        {
            JsonObject[] inner = [.. place.Select(property => property.Value).SelectMany(Objects)];
            if (inner.Length == 0)
                break;
            place = inner[random.Next(inner.Length)];
        }
        return place;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject found => [found],
            JsonArray array when array.GetValueKind() == JsonValueKind.Array => array.OfType<JsonObject>(),
            _ => [],
        };
}
