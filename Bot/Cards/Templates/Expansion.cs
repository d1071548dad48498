using System.Buffers;
using System.Text;
using System.Text.Json;
using AgaBot.Cards.Expressions;

namespace AgaBot.Cards.Templates;

/// <summary>Expands a template: visits the nodes and writes the card.</summary>
internal readonly struct Expansion(Utf8JsonWriter writer)
{
    private static readonly JsonElement EmptyList = JsonElement.Parse("[]"u8);

    /// <summary>Writes the value of a property. A value that a list would omit is written as null.</summary>
    public void Write(TemplateNode node, in Scope scope) => node.Write(this, scope);

    public void WriteFixed(TemplateNode.Fixed node) => node.WriteTo(writer);

    public void WriteComputed(TemplateNode.Computed node, in Scope scope) => node.Expression.EvaluateShown(scope).WriteTo(writer);

    public void WriteText(TemplateNode.Text node, in Scope scope) => writer.WriteStringValue(Join(node, scope));

    public void WriteList(TemplateNode.List node, in Scope scope)
    {
        writer.WriteStartArray();
        WriteItems(node, scope);
        writer.WriteEndArray();
    }

    /// <summary>Flattens nested lists, as <c>adaptivecards-templating</c> does.</summary>
    private void WriteItems(TemplateNode.List list, in Scope scope)
    {
        foreach (TemplateNode item in list.Items)
        {
            switch (item)
            {
                case TemplateNode.Object { Data: null } @object:
                    if (IsShown(@object, scope))
                        WriteObject(@object, scope);
                    break;
                case TemplateNode.Object @object:
                    foreach (Scope shown in Shown(@object, @object.Data, scope))
                        WriteObject(@object, shown);
                    break;
                case TemplateNode.List inner:
                    WriteItems(inner, scope);
                    break;
                case TemplateNode.Fixed { Json.ValueKind: JsonValueKind.Null }:
                    break;
                case TemplateNode.Fixed { Json: { ValueKind: JsonValueKind.Array } items }:
                    WriteAll(items);
                    break;
                case TemplateNode.Computed computed:
                    WriteItem(computed.Expression.EvaluateShown(scope));
                    break;
                default:
                    Write(item, scope);
                    break;
            }
        }
    }

    private void WriteItem(in Value value)
    {
        if (value.Kind == ValueKind.List)
            WriteAll(value.Json);
        else if (value.Kind != ValueKind.Null)
            value.WriteTo(writer);
    }

    private void WriteAll(JsonElement items)
    {
        foreach (JsonElement item in items.EnumerateArray())
            item.WriteTo(writer);
    }

    /// <summary>
    /// Writes an object as the value of a property. Repeated over several items it is a list; over one item, an object; over none, null.
    /// </summary>
    public void WriteSingle(TemplateNode.Object node, in Scope scope)
    {
        if (node.Data is not { } data)
        {
            if (IsShown(node, scope))
                WriteObject(node, scope);
            else
                writer.WriteNullValue();
            return;
        }
        List<Scope> shown = Shown(node, data, scope);
        switch (shown)
        {
            case []:
                writer.WriteNullValue();
                break;
            case [Scope only]:
                WriteObject(node, only);
                break;
            default:
                writer.WriteStartArray();
                foreach (Scope each in shown)
                    WriteObject(node, each);
                writer.WriteEndArray();
                break;
        }
    }

    private void WriteObject(TemplateNode.Object node, in Scope scope)
    {
        writer.WriteStartObject();
        foreach (TemplateProperty property in node.Properties)
        {
            writer.WritePropertyName(property.Name);
            Write(property.Value, scope);
        }
        writer.WriteEndObject();
    }

    /// <summary>
    /// The scopes in which an object with <c>$data</c> is written: one, or one per item of a list, without those that <c>$when</c>
    /// excludes.
    /// </summary>
    private static List<Scope> Shown(TemplateNode.Object node, TemplateNode repeated, in Scope scope)
    {
        var shown = new List<Scope>(1);
        JsonElement data = Data(repeated, scope);
        if (data.ValueKind != JsonValueKind.Array)
        {
            Scope own = scope with { Data = data };
            if (IsShown(node, own))
                shown.Add(own);
            return shown;
        }
        int index = 0;
        foreach (JsonElement item in data.EnumerateArray())
        {
            Scope own = scope with { Data = item, Index = index++ };
            if (IsShown(node, own))
                shown.Add(own);
        }
        return shown;
    }

    private static bool IsShown(TemplateNode.Object node, in Scope scope) =>
        node.When is null || node.When.Evaluate(scope).Kind == ValueKind.True;

    /// <summary>
    /// Evaluates <c>$data</c>: a list to repeat the object over, or a new scope. If the value is missing, <c>adaptivecards-templating</c>
    /// writes one object in the outer scope; here the value is an empty list, with a warning.
    /// </summary>
    private static JsonElement Data(TemplateNode data, in Scope scope)
    {
        if (data is TemplateNode.Fixed inline)
            return inline.Json;
        if (data is TemplateNode.Computed computed)
        {
            Value value = computed.Expression.EvaluateShown(scope);
            return value.IsThere ? value.ToJson() : EmptyList;
        }
        var buffer = new ArrayBufferWriter<byte>();
        using (var inner = new Utf8JsonWriter(buffer))
            new Expansion(inner).Write(data, scope);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static string Join(TemplateNode.Text text, in Scope scope)
    {
        if (text.Parts is [Expression.Literal only])
            return only.Value.ToText();
        var joined = new StringBuilder();
        foreach (Expression part in text.Parts)
        {
            Value value = part.EvaluateShown(scope);
            if (value.Kind == ValueKind.Null)
                scope.Missing?.Invoke(part.Source);
            joined.Append(value.ToText());
        }
        return joined.ToString();
    }
}
