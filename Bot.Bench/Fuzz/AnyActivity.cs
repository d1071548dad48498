using System.Text;
using System.Text.Json.Nodes;

namespace AgaBot.Bench.Fuzz;

/// <summary>Makes the activities of a run: captured or generated, from a given person, most of them invalid in some way.</summary>
internal sealed class AnyActivity(string serviceUrl)
{
    private static readonly string[] Channels = ["emulator", "msteams", "webchat", "directline", "telegram", "email", "sms", "whatsapp"];

    /// <summary>The same random numbers and the same person give the same activity.</summary>
    public byte[] For(Person person, Random random)
    {
        JsonObject activity = Captures.Any(random);
        Address(activity, person, random);
        switch (random.Next(4))
        {
            case 0:
                break;
            case 1:
                MakeMessage(activity, OddValues.Text(random));
                break;
            case 2 when person.HasButtons:
                MakeMessage(activity, null);
                activity["value"] = Press(person.AnyButton(random), random);
                break;
            default:
                MakeMessage(activity, OddValues.Word(random));
                break;
        }
        if (random.Next(3) == 0)
            Mutation.Change(activity, random);
        return Mutation.Damage(Encoding.UTF8.GetBytes(activity.ToJsonString()), random);
    }

    private void Address(JsonObject activity, Person person, Random random)
    {
        activity["serviceUrl"] = serviceUrl;
        activity["id"] = $"a{random.NextInt64():x}";
        activity["from"] = new JsonObject { ["id"] = person.Id, ["name"] = random.Next(20) == 0 ? OddValues.Text(random) : "Persona" };
        activity["conversation"] = new JsonObject { ["id"] = person.ConversationId };
        activity["channelId"] = random.Next(4) == 0 ? Channels[random.Next(Channels.Length)] : "emulator";
        if (random.Next(2) == 0)
            activity["deliveryMode"] = "expectReplies";
    }

    private static void MakeMessage(JsonObject activity, string? text)
    {
        activity["type"] = "message";
        activity["text"] = text;
        activity.Remove("name");
        activity.Remove("value");
    }

    /// <summary>
    /// With inputs as clients send them, beside what the button itself says, and now and then another number or name in it.
    /// </summary>
    private static JsonObject Press(JsonObject data, Random random)
    {
        string[] inputs = ["answer", "text", "componente", "propuesta", "accion", "inicio", "fin", "name", "organisation"];
        if (data["question"]?.GetValueKind() == System.Text.Json.JsonValueKind.String && random.Next(2) == 0)
            data[$"{data["question"]}"] = OddValues.Text(random);
        for (int more = random.Next(3); more > 0; more--)
            data[inputs[random.Next(inputs.Length)]] = OddValues.Text(random);
        if (random.Next(6) == 0 && data.Count > 0)
            data[data.ElementAt(random.Next(data.Count)).Key] = OddValues.Node(random);
        return data;
    }
}
