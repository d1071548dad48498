using System.Buffers;
using System.Text.Json;
using AgaBot.Cards.Expressions;
using AgaBot.Cards.Templates;
using AgaBot.Json;

namespace AgaBot.Cards;

/// <summary>
/// A parsed Adaptive Card template, in the subset of Microsoft's template language that docs/decisions/0005 defines.
/// Expansion writes values with a JSON writer, so that data cannot become markup.
/// </summary>
public sealed class CardTemplate
{
    private readonly TemplateNode root;

    private CardTemplate(TemplateNode root) => this.root = root;

    /// <param name="file">The file name for error messages.</param>
    /// <exception cref="CardTemplateException">The template is not JSON, or not in the subset.</exception>
    public static CardTemplate Parse(ReadOnlySpan<byte> json, string file) => new(TemplateReader.Read(json, file));

    /// <summary>Writes the card as UTF-8 JSON.</summary>
    /// <param name="missing">Called for each path that the data lacks. The value becomes an empty text.</param>
    public void Expand(JsonElement data, IBufferWriter<byte> output, Action<string>? missing = null)
    {
        using var writer = new Utf8JsonWriter(output, ReadableJson.Options);
        new Expansion(writer).Write(root, new Scope(data, data, null, missing));
    }
}
