using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgaBot.Tests.Hosting;

/// <summary>An Adaptive Card as a person uses it. Only its inputs can be filled, and only its buttons can be pressed.</summary>
public sealed class CardInHand(JsonElement card)
{
    public JsonElement Json => card;

    public string FallbackText => card.TryGetProperty("fallbackText", out JsonElement text) ? text.GetString()! : "";

    /// <summary>Inputs by question id, which is the part of an input's id before the first dot.</summary>
    public IReadOnlyDictionary<string, JsonElement> Inputs =>
        Elements(card)
            .Where(element => Text(element, "type").StartsWith("Input.", StringComparison.Ordinal))
            .ToDictionary(element => Text(element, "id").Split('.')[0], StringComparer.Ordinal);

    public bool Has(string action) => Elements(card).Any(element => IsButton(element, action, null));

    /// <summary>Presses the button of an action, with inputs by question id. Other inputs keep their value on the card.</summary>
    public JsonObject Press(string action, params (string Question, string Value)[] filled) => Press(action, null, filled);

    /// <summary>Presses the button of a command.</summary>
    public JsonObject PressCommand(string command) => Press("command", command, []);

    /// <summary>Presses the button with this title.</summary>
    public JsonObject PressTitled(string title, params (string Question, string Value)[] filled) =>
        Press(Elements(card).First(element => Text(element, "type") == "Action.Submit" && Text(element, "title") == title), filled);

    private JsonObject Press(string action, string? command, (string Question, string Value)[] filled) =>
        Press(Elements(card).First(element => IsButton(element, action, command)), filled);

    private JsonObject Press(JsonElement button, (string Question, string Value)[] filled)
    {
        JsonObject value = JsonObject.Create(button.GetProperty("data"))!;
        if (Text(button, "associatedInputs") == "none")
        {
            Assert.Empty(filled);
            return value;
        }
        foreach ((string question, JsonElement input) in Inputs)
            value[Text(input, "id")] = input.TryGetProperty("value", out JsonElement shown) ? shown.ToString() : "";
        foreach ((string question, string words) in filled)
            value[Text(Inputs[question], "id")] = words;
        return value;
    }

    private static bool IsButton(JsonElement element, string action, string? command) =>
        Text(element, "type") == "Action.Submit"
        && element.TryGetProperty("data", out JsonElement data)
        && Text(data, "agabot") == action
        && (command is null || Text(data, "command") == command);

    private static string Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    /// <summary>Every object in the card, in reading order.</summary>
    private static IEnumerable<JsonElement> Elements(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Elements(property.Value)).Prepend(element),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Elements),
            _ => [],
        };
}
