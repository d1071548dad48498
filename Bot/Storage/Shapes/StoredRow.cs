using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgaBot.Json;

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

    public static StoredJson Json => StoredJson.Default;

    public static byte[] Write<T>(T row, JsonTypeInfo<T> type) where T : IStoredRow => ReadableJson.Write(row, type);

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
