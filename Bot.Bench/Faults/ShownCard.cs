using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Bench.Faults;

/// <summary>An Adaptive Card that the bot showed to a person.</summary>
internal static class ShownCard
{
    /// <summary>
    /// What the button for the deed sends, the inputs filled as the card has them; null where the card has no such button or inputs.
    /// </summary>
    public static JsonObject? Press(JsonElement card, Deed deed)
    {
        if (
            deed.Action is null
            || Objects(card).FirstOrDefault(element => IsButton(element, deed)) is not { ValueKind: JsonValueKind.Object } button
        )
            return null;
        var value = JsonObject.Create(button.GetProperty("data").Clone())!;
        if (Text(button, "associatedInputs") == "none")
            return value;
        Dictionary<string, JsonElement> inputs = Objects(card)
            .Where(element => Text(element, "type").StartsWith("Input.", StringComparison.Ordinal))
            .ToDictionary(element => Text(element, "id").Split('.')[0], StringComparer.Ordinal);
        foreach (JsonElement input in inputs.Values)
            value[Text(input, "id")] = Text(input, "value");
        foreach ((string question, string words) in deed.Filled)
        {
            if (!inputs.TryGetValue(question, out JsonElement input))
                return null;
            value[Text(input, "id")] = ValueOf(input, words);
        }
        return value;
    }

    private static bool IsButton(JsonElement element, Deed deed) =>
        Text(element, "type") == "Action.Submit"
        && element.TryGetProperty("data", out JsonElement data)
        && Text(data, "agabot") == deed.Action
        && (deed.Number is null || (data.TryGetProperty("number", out JsonElement number) && number.ToString() == $"{deed.Number}"));

    /// <summary>The value of a choice with this title.</summary>
    private static string ValueOf(JsonElement input, string words) =>
        input.TryGetProperty("choices", out JsonElement choices)
            ? Text(choices.EnumerateArray().First(choice => Text(choice, "title") == words), "value")
            : words;

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    /// <summary>Every object in the card, in reading order.</summary>
    private static IEnumerable<JsonElement> Objects(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Objects(property.Value)).Prepend(element),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
            _ => [],
        };
}
