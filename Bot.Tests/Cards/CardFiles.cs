using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgaBot.Cards;

namespace AgaBot.Tests.Cards;

/// <summary>The templates of <c>cards/</c> with their samples.</summary>
internal static class CardFiles
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "cards");

    public static IReadOnlyList<string> Templates { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.json")
            .Where(file => !file.EndsWith(".data.json", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Names { get; } = new(Templates);

    public static byte[] Template(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".data.json"));

    /// <summary>Expands a template with its sample data.</summary>
    public static JsonElement SampleCard(string name) => Expand(Template(name), Sample(name)).Card;

    /// <summary>Expands a template; returns the card and the paths that the data lacks.</summary>
    public static (JsonElement Card, IReadOnlyList<string> Missing) Expand(ReadOnlySpan<byte> template, ReadOnlyMemory<byte> data)
    {
        var card = new ArrayBufferWriter<byte>();
        var missing = new List<string>();
        using JsonDocument read = JsonDocument.Parse(data);
        CardTemplate.Parse(template, "test.json").Expand(read.RootElement, card, missing.Add);
        return (JsonElement.Parse(card.WrittenSpan), missing);
    }

    /// <summary>Expands a template and data that the test defines.</summary>
    public static (JsonElement Card, IReadOnlyList<string> Missing) Expand(JsonNode? template, JsonNode? data) =>
        Expand(Json(template), Json(data));

    /// <summary>Every object of a card, in reading order.</summary>
    public static IEnumerable<JsonElement> Elements(JsonElement card) =>
        card.ValueKind switch
        {
            JsonValueKind.Object => card.EnumerateObject().SelectMany(property => Elements(property.Value)).Prepend(card),
            JsonValueKind.Array => card.EnumerateArray().SelectMany(Elements),
            _ => [],
        };

    public static string TypeOf(JsonElement element) =>
        element.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";

    private static byte[] Json(JsonNode? node) => Encoding.UTF8.GetBytes(node?.ToJsonString() ?? "null");
}
