using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AgaBot.Cards.Expressions;

/// <summary>The value of an expression: a JSON value, or missing if a path does not exist.</summary>
internal readonly record struct Value
{
    private readonly string? text;
    private readonly double number;
    private readonly JsonElement json;

    private Value(ValueKind kind, string? text = null, double number = 0, JsonElement json = default)
    {
        Kind = kind;
        this.text = text;
        this.number = number;
        this.json = json;
    }

    public ValueKind Kind { get; }

    public static Value Missing => default;

    public static Value Null { get; } = new(ValueKind.Null);

    public static Value True { get; } = new(ValueKind.True);

    public static Value False { get; } = new(ValueKind.False);

    public static Value Of(bool value) => value ? True : False;

    public static Value Of(double value) => new(ValueKind.Number, number: value);

    public static Value Of(string value) => new(ValueKind.Text, value);

    public static Value Of(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Undefined => Missing,
            JsonValueKind.Null => Null,
            JsonValueKind.True => True,
            JsonValueKind.False => False,
            JsonValueKind.Number => new(ValueKind.Number, number: json.GetDouble(), json: json),
            JsonValueKind.String => new(ValueKind.Text, json: json),
            JsonValueKind.Array => new(ValueKind.List, json: json),
            _ => new(ValueKind.Object, json: json),
        };

    public bool IsThere => Kind is not (ValueKind.Missing or ValueKind.Null);

    /// <summary>The value as a condition: only false, null and missing values are false.</summary>
    public bool IsTrue => IsThere && Kind != ValueKind.False;

    public double Number => number;

    public JsonElement Json => json;

    public string Text => text ?? json.GetString()!;

    /// <summary>The value as part of a text, as JavaScript converts it.</summary>
    public string ToText() =>
        Kind switch
        {
            ValueKind.Missing or ValueKind.Null => "",
            ValueKind.True => "true",
            ValueKind.False => "false",
            ValueKind.Number => NumberText.Of(number),
            ValueKind.Text => Text,
            ValueKind.List => string.Join(',', json.EnumerateArray().Select(item => Of(item).ToText())),
            _ => "[object Object]",
        };

    /// <summary>The value as JSON, for a new scope.</summary>
    public JsonElement ToJson()
    {
        if (json.ValueKind != JsonValueKind.Undefined)
            return json;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            WriteTo(writer);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case ValueKind.Null:
                writer.WriteNullValue();
                break;
            case ValueKind.True:
                writer.WriteBooleanValue(true);
                break;
            case ValueKind.False:
                writer.WriteBooleanValue(false);
                break;
            case ValueKind.Number when json.ValueKind == JsonValueKind.Undefined:
                writer.WriteNumberValue(number);
                break;
            case ValueKind.Text when text is not null:
                writer.WriteStringValue(text);
                break;
            case ValueKind.Missing:
                writer.WriteStringValue("");
                break;
            default:
                // Copies the JSON text: parsed JSON needs no validation and no escaping.
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(json), skipInputValidation: true);
                break;
        }
    }
}

internal enum ValueKind
{
    Missing,
    Null,
    True,
    False,
    Number,
    Text,
    List,
    Object,
}
