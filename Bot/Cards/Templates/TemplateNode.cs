using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Cards.Expressions;
using AgaBot.Json;

namespace AgaBot.Cards.Templates;

/// <summary>A node of a parsed template.</summary>
internal abstract record TemplateNode
{
    private TemplateNode() { }

    /// <summary>JSON without expressions.</summary>
    public sealed record Fixed(JsonElement Json) : TemplateNode
    {
        private readonly byte[] written = ReadableJson.Write(Json);

        public void WriteTo(Utf8JsonWriter writer) => writer.WriteRawValue(written, skipInputValidation: true);
    }

    /// <summary>A text that consists of one expression. The value keeps its type.</summary>
    public sealed record Computed(Expression Expression) : TemplateNode;

    /// <summary>A text with expressions. Other parts of the text are literals.</summary>
    public sealed record Text(ImmutableArray<Expression> Parts) : TemplateNode;

    /// <param name="Data">The value of <c>$data</c>: a new scope, or a list to repeat the object over. Null if there is none.</param>
    /// <param name="When">The condition of <c>$when</c>, which is evaluated in the scope of each item.</param>
    public sealed record Object(ImmutableArray<TemplateProperty> Properties, TemplateNode? Data, Expression? When) : TemplateNode;

    public sealed record List(ImmutableArray<TemplateNode> Items) : TemplateNode;
}

internal readonly record struct TemplateProperty(JsonEncodedText Name, TemplateNode Value);
