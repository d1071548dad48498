using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AgaBot.Storage.Shapes;

/// <summary>What every row's JSON begins with: <c>v</c>, which grows when the shape changes in a way that old code cannot read.</summary>
internal interface IStoredRow
{
    int V { get; }
}

/// <summary>Writes and reads rows as UTF-8 JSON.</summary>
internal static class StoredRow
{
    public const int Version = 1;

    /// <summary>Letters of Spanish as they are: a row is never part of a page.</summary>
    public static StoredJson Json { get; } =
        new(new JsonSerializerOptions(StoredJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Write<T>(T row, JsonTypeInfo<T> type) where T : IStoredRow => JsonSerializer.SerializeToUtf8Bytes(row, type);

    /// <exception cref="InvalidDataException">The row is not of this shape, or of a version that is newer than this program.</exception>
    public static T Read<T>(Entity entity, JsonTypeInfo<T> type) where T : IStoredRow
    {
        T? row;
        try
        {
            row = JsonSerializer.Deserialize(entity.Value.Span, type);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"Row {entity.Row} is no {typeof(T).Name}.", exception);
        }

        return row is { V: Version }
            ? row
            : throw new InvalidDataException($"Row {entity.Row} has version {row?.V}; this program reads version {Version}.");
    }
}
