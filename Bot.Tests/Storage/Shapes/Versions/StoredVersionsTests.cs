using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AgaBot.Storage;

namespace AgaBot.Tests.Storage.Shapes.Versions;

/// <summary>
/// Rows of earlier versions, one file for each new kind of row, named by what was new: this version reads them all (docs/decisions/0020).
/// </summary>
public sealed class StoredVersionsTests
{
    /// <summary>Names that this version writes in another place of the row.</summary>
    private static readonly ImmutableHashSet<string> SaidElsewhere = ["StoredReply.text", "StoredReply.speak"];

    public static TheoryData<string> Files => [.. Names];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Storage", "Shapes", "Versions");

    private static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.jsonl").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_row_of_an_earlier_version_is_read_and_written_without_losing_a_word(string file)
    {
        foreach (KeptRow row in Read(file))
        {
            if (StoredKind.Of(row.Partition, row.Row) is not { } kind)
                continue;

            byte[] written = kind.ReadAndWrite(row.Entity);

            Assert.Equal(written, kind.ReadAndWrite(row.Entity with { Value = written }));
            Assert.Empty(NamesIn(kind, row.Value).Except(NamesIn(kind, Encoding.UTF8.GetString(written))).Except(SaidElsewhere));
            Assert.Equal(Lengths(row.Value), Lengths(Encoding.UTF8.GetString(written)));
        }
    }

    [Fact]
    public void Everything_that_this_version_may_write_stands_in_a_row_that_later_ones_have_to_read()
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (KeptRow row in Names.SelectMany(Read))
        {
            if (StoredKind.Of(row.Partition, row.Row) is { } kind)
                kept.UnionWith(NamesIn(kind, row.Value));
        }

        string[] missing = [.. StoredNames.All().Except(kept)];

        Assert.True(
            missing.Length == 0,
            "A stored shape has changed. Add a row that has it to a file in Bot.Tests/Storage/Shapes/Versions, named by the change: "
                + $"{string.Join(", ", missing)}"
        );
    }

    private static HashSet<string> NamesIn(StoredKind kind, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        var names = new HashSet<string>(StringComparer.Ordinal);
        StoredNames.Add(kind.Type, document.RootElement, names);
        return names;
    }

    /// <summary>The length of each list in a row, so that no element is lost.</summary>
    private static string Lengths(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return string.Join(' ', Lists(document.RootElement, "").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Lists(JsonElement value, string path) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Lists(field.Value, $"{path}.{field.Name}")),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Lists(item, path)).Prepend($"{path}:{value.GetArrayLength()}"),
            _ => [],
        };

    private static KeptRow[] Read(string file) =>
        [
            .. File.ReadLines(Path.Combine(Folder, file))
                .Select(line => JsonSerializer.Deserialize<KeptRow>(line, JsonSerializerOptions.Web)!),
        ];

    private sealed record KeptRow(string Partition, string Row, string Value)
    {
        public Entity Entity => new(Row, Encoding.UTF8.GetBytes(Value), "1");
    }
}
