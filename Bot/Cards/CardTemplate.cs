using System.Buffers;
using System.Text.Json;
using AgaBot.Cards.Expressions;
using AgaBot.Cards.Templates;
using AgaBot.Json;

namespace AgaBot.Cards;

/// <summary>
/// An Adaptive Card template, parsed once: the subset of Microsoft's template language that docs/decisions/0005 names.
/// Expansion writes straight into the card's JSON, so that no data can become markup.
/// </summary>
public sealed class CardTemplate
{
    private readonly TemplateNode root;

    private CardTemplate(TemplateNode root) => this.root = root;

    /// <param name="file">Named in what is said of a fault.</param>
    /// <exception cref="CardTemplateException">It is not JSON, or not of the subset.</exception>
    public static CardTemplate Parse(ReadOnlySpan<byte> json, string file) => new(TemplateReader.Read(json, file));

    /// <summary>Writes the card as UTF-8 JSON.</summary>
    /// <param name="missing">Told each path that the data does not have; it becomes an empty text.</param>
    public void Expand(JsonElement data, IBufferWriter<byte> output, Action<string>? missing = null)
    {
        using var writer = new Utf8JsonWriter(output, ReadableJson.Options);
        new Expansion(writer).Write(root, new Scope(data, data, null, missing));
    }
}
