using System.Buffers;
using System.Text.Json;

namespace AgaBot.Cards.Expressions;

/// <summary>What an expression gives: a JSON value, or nothing where a path leads nowhere.</summary>
internal readonly record struct Value
{
    private readonly string? _text;
    private readonly double _number;
    private readonly JsonElement _json;

    private Value(ValueKind kind, string? text = null, double number = 0, JsonElement json = default)
    {
        Kind = kind;
        _text = text;
        _number = number;
        _json = json;
    }

    public ValueKind Kind { get; }

    public static Value Missing => default;

    public static Value Null { get; } = new(ValueKind.Null);

    public static Value True { get; } = new(ValueKind.True);

    public static Value False { get; } = new(ValueKind.False);

    public static Value Of(bool value) => value ? True : False;

    public static Value Of(double value) => new(ValueKind.Number, number: value);

    public static Value Of(string value) => new(ValueKind.Text, value);

    public static Value Of(JsonElement json) => json.ValueKind switch
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

    /// <summary>As <c>if</c>, <c>&amp;&amp;</c>, <c>||</c> and <c>!</c> see it: only false and nothing are false.</summary>
    public bool IsTrue => IsThere && Kind != ValueKind.False;

    public double Number => _number;

    public JsonElement Json => _json;

    public string Text => _text ?? _json.GetString()!;

    /// <summary>As it stands inside a text: as JavaScript would write it.</summary>
    public string ToText() => Kind switch
    {
        ValueKind.Missing or ValueKind.Null => "",
        ValueKind.True => "true",
        ValueKind.False => "false",
        ValueKind.Number => NumberText.Of(_number),
        ValueKind.Text => Text,
        ValueKind.List => string.Join(',', _json.EnumerateArray().Select(item => Of(item).ToText())),
        _ => "[object Object]",
    };

    /// <summary>The value as JSON, for a scope.</summary>
    public JsonElement ToJson()
    {
        if (_json.ValueKind != JsonValueKind.Undefined)
            return _json;
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
            case ValueKind.Number when _json.ValueKind == JsonValueKind.Undefined:
                writer.WriteNumberValue(_number);
                break;
            case ValueKind.Text when _text is not null:
                writer.WriteStringValue(_text);
                break;
            case ValueKind.Missing:
                writer.WriteStringValue("");
                break;
            default:
                _json.WriteTo(writer);
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
