using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AgaBot.Cards.Expressions;

namespace AgaBot.Cards.Templates;

/// <summary>One expansion of a template: walks the nodes and writes the card.</summary>
internal readonly struct Expansion(Utf8JsonWriter writer, JsonElement root, Action<string>? missing)
{
    public void Write(TemplateNode node) => WriteProperty(node, new Scope(root, root, null));

    /// <summary>Writes a value that must be something: what is dropped in a list is null here.</summary>
    private void WriteProperty(TemplateNode node, in Scope scope)
    {
        switch (node)
        {
            case TemplateNode.Fixed plain:
                plain.Json.WriteTo(writer);
                break;
            case TemplateNode.Computed computed:
                Known(computed.Expression, scope).WriteTo(writer);
                break;
            case TemplateNode.Text text:
                writer.WriteStringValue(Join(text, scope));
                break;
            case TemplateNode.List list:
                WriteList(list, scope);
                break;
            case TemplateNode.Object { Data: not null } repeated when Items(repeated, scope) is { ValueKind: JsonValueKind.Array } items:
                WriteRepeatedProperty(repeated, items, scope);
                break;
            case TemplateNode.Object single:
                Scope own = single.Data is null ? scope : scope with { Data = Items(single, scope) };
                if (IsShown(single, own))
                    WriteObject(single, own);
                else
                    writer.WriteNullValue();
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void WriteList(TemplateNode.List list, in Scope scope)
    {
        writer.WriteStartArray();
        foreach (TemplateNode item in list.Items)
            WriteItem(item, scope);
        writer.WriteEndArray();
    }

    /// <summary>An item of a list: repeated, dropped, or written.</summary>
    private void WriteItem(TemplateNode item, in Scope scope)
    {
        switch (item)
        {
            case TemplateNode.Object repeated:
                WriteObjects(repeated, scope);
                break;
            case TemplateNode.Fixed { Json.ValueKind: JsonValueKind.Null }:
                break;
            case TemplateNode.Computed computed:
                Value value = Known(computed.Expression, scope);
                if (value.Kind != ValueKind.Null)
                    value.WriteTo(writer);
                break;
            default:
                WriteProperty(item, scope);
                break;
        }
    }

    private void WriteObjects(TemplateNode.Object node, in Scope scope)
    {
        if (node.Data is null)
        {
            WriteIfShown(node, scope);
            return;
        }
        JsonElement items = Items(node, scope);
        if (items.ValueKind != JsonValueKind.Array)
        {
            WriteIfShown(node, scope with { Data = items });
            return;
        }
        int index = 0;
        foreach (JsonElement item in items.EnumerateArray())
            WriteIfShown(node, new Scope(item, scope.Root, index++));
    }

    /// <summary>Of a list as a property's value the oracle makes a list, and one object of a list of one.</summary>
    private void WriteRepeatedProperty(TemplateNode.Object node, JsonElement items, in Scope scope)
    {
        if (items.GetArrayLength() == 1)
        {
            var only = new Scope(items[0], scope.Root, 0);
            if (IsShown(node, only))
                WriteObject(node, only);
            else
                writer.WriteNullValue();
            return;
        }
        writer.WriteStartArray();
        WriteObjects(node, scope);
        writer.WriteEndArray();
    }

    private void WriteIfShown(TemplateNode.Object node, in Scope scope)
    {
        if (IsShown(node, scope))
            WriteObject(node, scope);
    }

    private void WriteObject(TemplateNode.Object node, in Scope scope)
    {
        writer.WriteStartObject();
        foreach (TemplateProperty property in node.Properties)
        {
            writer.WritePropertyName(property.Name);
            WriteProperty(property.Value, scope);
        }
        writer.WriteEndObject();
    }

    private static bool IsShown(TemplateNode.Object node, in Scope scope) =>
        node.When is null || Evaluation.Of(node.When, scope).Kind == ValueKind.True;

    /// <summary>What an object's <c>$data</c> is: a list to repeat over, or a new scope. What is not there is an empty list.</summary>
    private JsonElement Items(TemplateNode.Object node, in Scope scope)
    {
        if (node.Data is TemplateNode.Fixed inline)
            return inline.Json;
        if (node.Data is TemplateNode.Computed computed)
        {
            Value value = Known(computed.Expression, scope);
            return value.Kind is ValueKind.List or ValueKind.Object ? value.Json : Nothing;
        }
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var inner = new Utf8JsonWriter(buffer))
            new Expansion(inner, root, missing).WriteProperty(node.Data!, scope);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static readonly JsonElement Nothing = JsonDocument.Parse("[]").RootElement;

    private string Join(TemplateNode.Text text, in Scope scope)
    {
        var joined = new StringBuilder();
        foreach (Expression part in text.Parts)
            joined.Append(Known(part, scope).ToText());
        return joined.ToString();
    }

    private Value Known(Expression expression, in Scope scope)
    {
        Value value = Evaluation.Of(expression, scope);
        if (value.Kind == ValueKind.Missing)
            missing?.Invoke(expression is Expression.Path path ? path.Text : expression.GetType().Name);
        return value;
    }
}
