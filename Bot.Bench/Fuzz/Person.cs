using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Bench.Fuzz;

/// <summary>A person as whom the fuzzer writes, and the buttons that the bot last showed to that person.</summary>
internal sealed class Person(int number)
{
    private readonly List<JsonObject> buttons = [];

    public string Id { get; } = $"fuzz-{number}";

    public string ConversationId { get; } = $"fuzz-c-{number}";

    public bool HasButtons => buttons.Count > 0;

    /// <summary>The data that one of the buttons sends.</summary>
    public JsonObject AnyButton(Random random) => buttons[random.Next(buttons.Count)].DeepClone().AsObject();

    /// <summary>Reads the data of every button of the answer's cards.</summary>
    public void See(ReadOnlyMemory<byte> answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        int before = buttons.Count;
        Collect(document.RootElement);
        if (buttons.Count > before)
            buttons.RemoveRange(0, before);
    }

    private void Collect(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                Collect(item);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.NameEquals("data") && property.Value.ValueKind == JsonValueKind.Object)
                    buttons.Add(JsonObject.Create(property.Value.Clone())!);
                else
                    Collect(property.Value);
            }
        }
    }
}
