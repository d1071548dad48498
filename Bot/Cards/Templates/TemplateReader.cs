using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Cards.Expressions;

namespace AgaBot.Cards.Templates;

/// <summary>Parses the JSON of a template. Errors have a line and a column.</summary>
internal ref struct TemplateReader(ReadOnlySpan<byte> json, string file)
{
    private const string Data = "$data";
    private const string When = "$when";

    private readonly ReadOnlySpan<byte> json = json;
    private Utf8JsonReader reader = new(json);

    /// <exception cref="CardTemplateException">The template is not JSON, or not in the subset of the template language.</exception>
    public static TemplateNode Read(ReadOnlySpan<byte> json, string file)
    {
        var reader = new TemplateReader(json, file);
        try
        {
            reader.reader.Read();
            TemplateNode node = reader.Value();
            reader.reader.Read();
            return node;
        }
        catch (JsonException notJson)
        {
            throw new CardTemplateException(
                file,
                (int)(notJson.LineNumber ?? 0) + 1,
                (int)(notJson.BytePositionInLine ?? 0) + 1,
                notJson.Message,
                notJson
            );
        }
    }

    private TemplateNode Value() =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(),
            JsonTokenType.StartArray => List(),
            JsonTokenType.String => Text() ?? Fixed(),
            _ => Fixed(),
        };

    private TemplateNode.Fixed Fixed() => new(JsonElement.ParseValue(ref reader));

    private TemplateNode? Text()
    {
        try
        {
            return TextParts.Parse(reader.GetString()!);
        }
        catch (FormatException fault)
        {
            throw Fault(fault.Message);
        }
    }

    /// <summary>Returns the list or object that begins at <paramref name="start"/> and has no expressions as JSON.</summary>
    private readonly TemplateNode.Fixed Verbatim(int start)
    {
        var piece = new Utf8JsonReader(json[start..(int)reader.BytesConsumed]);
        return new TemplateNode.Fixed(JsonElement.ParseValue(ref piece));
    }

    private TemplateNode List()
    {
        int start = (int)reader.TokenStartIndex;
        ImmutableArray<TemplateNode>.Builder items = ImmutableArray.CreateBuilder<TemplateNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value());
        return items.All(IsVerbatimInLists) ? Verbatim(start) : new TemplateNode.List(items.DrainToImmutable());
    }

    /// <summary>Nulls in lists are omitted and nested lists are flattened, so neither is written unchanged.</summary>
    private static bool IsVerbatimInLists(TemplateNode item) =>
        item is TemplateNode.Fixed { Json.ValueKind: not (JsonValueKind.Null or JsonValueKind.Array) };

    private TemplateNode Object()
    {
        int start = (int)reader.TokenStartIndex;
        ImmutableArray<TemplateProperty>.Builder properties = ImmutableArray.CreateBuilder<TemplateProperty>();
        TemplateNode? data = null;
        Expression? when = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (name == Data)
                data = Value();
            else if (name == When)
                when = Condition();
            else
                properties.Add(new TemplateProperty(JsonEncodedText.Encode(name), Value()));
        }
        return data is null && when is null && properties.All(property => property.Value is TemplateNode.Fixed)
            ? Verbatim(start)
            : new TemplateNode.Object(properties.DrainToImmutable(), data, when);
    }

    /// <summary>
    /// Rejects literals: <c>adaptivecards-templating</c> shows an object with a literal false, and hides one with the text "false".
    /// </summary>
    private Expression Condition() =>
        reader.TokenType == JsonTokenType.String && Text() is TemplateNode.Computed { Expression: not Expression.Literal } computed
            ? computed.Expression
            : throw Fault("$when takes one expression in a text, such as \"${exists(name)}\".");

    private readonly CardTemplateException Fault(string what)
    {
        ReadOnlySpan<byte> before = json[..(int)reader.TokenStartIndex];
        int line = before.Count((byte)'\n') + 1;
        int column = before.Length - before.LastIndexOf((byte)'\n');
        return new CardTemplateException(file, line, column, what);
    }
}
