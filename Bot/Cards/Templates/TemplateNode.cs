using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Cards.Expressions;
using AgaBot.Json;

namespace AgaBot.Cards.Templates;

/// <summary>A parsed piece of a template.</summary>
internal abstract record TemplateNode
{
    private TemplateNode() { }

    /// <summary>JSON that stays as it is.</summary>
    public sealed record Fixed(JsonElement Json) : TemplateNode
    {
        private readonly byte[] written = ReadableJson.Write(Json);

        public void WriteTo(Utf8JsonWriter writer) => writer.WriteRawValue(written, skipInputValidation: true);
    }

    /// <summary>A text that is one expression and nothing else: it keeps the value's own type.</summary>
    public sealed record Computed(Expression Expression) : TemplateNode;

    /// <summary>A text with expressions in it; a part without one is a literal.</summary>
    public sealed record Text(ImmutableArray<Expression> Parts) : TemplateNode;

    /// <param name="Data">Its <c>$data</c>: a new scope, or a list to repeat the object over; null where it has none.</param>
    /// <param name="When">Its <c>$when</c>, asked in the scope of each item.</param>
    public sealed record Object(ImmutableArray<TemplateProperty> Properties, TemplateNode? Data, Expression? When) : TemplateNode;

    public sealed record List(ImmutableArray<TemplateNode> Items) : TemplateNode;
}

internal readonly record struct TemplateProperty(JsonEncodedText Name, TemplateNode Value);
