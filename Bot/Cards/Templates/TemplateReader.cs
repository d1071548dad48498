using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Cards.Expressions;

namespace AgaBot.Cards.Templates;

/// <summary>Reads a template's JSON into nodes, once, and says of every fault where it stands.</summary>
internal ref struct TemplateReader(ReadOnlySpan<byte> json, string file)
{
    private const string Data = "$data";
    private const string When = "$when";

    private readonly ReadOnlySpan<byte> json = json;
    private Utf8JsonReader reader = new(json);

    /// <exception cref="CardTemplateException">It is not JSON, or not the template language's subset.</exception>
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

    /// <summary>A list or object with nothing to compute in it is kept as the JSON that it is, from <paramref name="start"/>.</summary>
    private readonly TemplateNode.Fixed Kept(int start)
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
        return items.All(IsKeptInLists) ? Kept(start) : new TemplateNode.List(items.DrainToImmutable());
    }

    /// <summary>A null in a list is dropped and a list in a list is laid open, so neither stays as it is.</summary>
    private static bool IsKeptInLists(TemplateNode item) =>
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
            ? Kept(start)
            : new TemplateNode.Object(properties.DrainToImmutable(), data, when);
    }

    /// <summary>The oracle keeps an object whose <c>$when</c> is a literal false, and drops one with the text "false": neither is what was meant.</summary>
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
