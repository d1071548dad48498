using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Cards.Expressions;
using AgaBot.Json;

namespace AgaBot.Cards.Templates;

/// <summary>A node of a parsed template.</summary>
internal abstract record TemplateNode
{
    private TemplateNode() { }

    public abstract void Write(in Expansion expansion, in Scope scope);

    /// <summary>JSON without expressions.</summary>
    public sealed record Fixed(JsonElement Json) : TemplateNode
    {
        private readonly byte[] written = ReadableJson.Write(Json);

        public override void Write(in Expansion expansion, in Scope scope) => expansion.WriteFixed(this);

        public void WriteTo(Utf8JsonWriter writer) => writer.WriteRawValue(written, skipInputValidation: true);
    }

    /// <summary>A text that consists of one expression. The value keeps its type.</summary>
    public sealed record Computed(Expression Expression) : TemplateNode
    {
        public override void Write(in Expansion expansion, in Scope scope) => expansion.WriteComputed(this, scope);
    }

    /// <summary>A text with expressions. Other parts of the text are literals.</summary>
    public sealed record Text(ImmutableArray<Expression> Parts) : TemplateNode
    {
        public override void Write(in Expansion expansion, in Scope scope) => expansion.WriteText(this, scope);
    }

    /// <param name="Data">The value of <c>$data</c>: a new scope, or a list to repeat the object over. Null if there is none.</param>
    /// <param name="When">The condition of <c>$when</c>, which is evaluated in the scope of each item.</param>
    public sealed record Object(ImmutableArray<TemplateProperty> Properties, TemplateNode? Data, Expression? When) : TemplateNode
    {
        public override void Write(in Expansion expansion, in Scope scope) => expansion.WriteSingle(this, scope);
    }

    public sealed record List(ImmutableArray<TemplateNode> Items) : TemplateNode
    {
        public override void Write(in Expansion expansion, in Scope scope) => expansion.WriteList(this, scope);
    }
}

internal readonly record struct TemplateProperty(JsonEncodedText Name, TemplateNode Value);
