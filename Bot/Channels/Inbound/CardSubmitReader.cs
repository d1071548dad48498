using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AgaBot.Dialogs.Inputs;
using AgaBot.Json;

namespace AgaBot.Channels.Inbound;

/// <summary>
/// Reads the value of a card's submit. The bot's cards send the property <c>agabot</c> (the action) together with the inputs.
/// Clients send input values as strings; some send numbers and booleans as JSON values.
/// </summary>
internal static class CardSubmitReader
{
    private const string Action = "agabot";
    private const string Session = "session";
    private const string Revision = "revision";
    private const string Question = "question";
    private const string Number = "number";
    private const string Command = "command";

    /// <summary>The largest card of the bot has twelve.</summary>
    private const int MaxProperties = 64;

    private const int MaxNameLength = 200;

    private static readonly FrozenSet<string> Actions = FrozenSet.ToFrozenSet(
        [
            CardActions.Answer,
            CardActions.Back,
            CardActions.Skip,
            CardActions.Help,
            CardActions.AddRow,
            CardActions.RemoveRow,
            CardActions.EditRow,
            CardActions.RowUp,
            CardActions.RowDown,
            CardActions.Done,
            CardActions.Edit,
            CardActions.Send,
            CardActions.Details,
            CardActions.Yes,
            CardActions.No,
            CardActions.Command,
            CardActions.Resume,
            CardActions.Discard,
        ],
        StringComparer.Ordinal
    );

    /// <summary>Null if no card of the bot sends such a value.</summary>
    public static CardSubmit? Read(RawJson value)
    {
        if (
            ReadProperties(value.Utf8) is not { } properties
            || !properties.Remove(Action, out string? action)
            || !Actions.Contains(action)
            || !TryTakeNumber(properties, Revision, out int? revision)
            || !TryTakeNumber(properties, Number, out int? number)
        )
            return null;

        return new CardSubmit(
            action,
            TakeName(properties, Session),
            revision ?? 0,
            TakeName(properties, Question),
            number,
            TakeName(properties, Command),
            Inputs(properties)
        );
    }

    private static Dictionary<string, string>? ReadProperties(ReadOnlyMemory<byte> utf8)
    {
        using JsonDocument document = JsonDocument.Parse(utf8);
        if (document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.GetPropertyCount() > MaxProperties)
            return null;
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Name.Length > MaxNameLength)
                    return null;
                if (AsText(property.Value) is { } text)
                    properties[property.Name] = text;
            }
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate: valid JSON, but not valid text.
            return null;
        }
        return properties;
    }

    private static string? AsText(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };

    private static bool TryTakeNumber(Dictionary<string, string> properties, string name, out int? number)
    {
        number = null;
        if (!properties.Remove(name, out string? text))
            return true;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int read))
            return false;
        number = read;
        return true;
    }

    /// <summary>The name is empty if the template has no session or question.</summary>
    private static string? TakeName(Dictionary<string, string> properties, string name) =>
        properties.Remove(name, out string? text) && text.Length > 0 ? text : null;

    /// <summary>
    /// The id of an input is the id of the question, a dot, and a suffix that makes it unique among the cards on the screen.
    /// </summary>
    private static ImmutableSortedDictionary<string, string> Inputs(Dictionary<string, string> properties)
    {
        var inputs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach ((string id, string text) in properties)
            inputs[id.Split('.', 2)[0]] = text;
        return inputs.ToImmutable();
    }
}
