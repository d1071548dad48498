using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgaBot.Json;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Shapes;

/// <summary>
/// The JSON of every row begins with <c>v</c>, which increases when the shape changes in a way that the fields alone do not show
/// (docs/decisions/0020).
/// </summary>
internal interface IStoredRow
{
    int V { get; }
}

/// <summary>Writes and reads rows as UTF-8 JSON.</summary>
internal static class StoredRow
{
    public const int Version = 1;

    public static StoredJson Json => StoredJson.Default;

    public static byte[] Write<T>(T row, JsonTypeInfo<T> type)
        where T : IStoredRow => ReadableJson.Write(row, type);

    /// <summary>
    /// Reads a row of this version or of an earlier one. Fields that the earlier version did not have are as if left out.
    /// </summary>
    /// <exception cref="UnknownVersionException">
    /// The row has content that this version does not know and would lose when writing the row.
    /// </exception>
    /// <exception cref="InvalidDataException">The row is not valid.</exception>
    public static T Read<T>(Entity entity, JsonTypeInfo<T> type)
        where T : IStoredRow
    {
        T? row;
        try
        {
            row = JsonSerializer.Deserialize(entity.Value.Span, type);
        }
        catch (JsonException exception)
        {
            throw IsRow(entity)
                ? new UnknownVersionException(
                    $"Row {entity.Row} is no {typeof(T).Name} of version {Version}: "
                        + "a newer version of this program has written it, or it is damaged.",
                    exception
                )
                : new InvalidDataException($"Row {entity.Row} is no {typeof(T).Name}.", exception);
        }

        return row switch
        {
            { V: Version } => row,
            null => throw new InvalidDataException($"Row {entity.Row} is empty."),
            _ => throw new UnknownVersionException($"Row {entity.Row} has version {row.V}; this program reads version {Version}."),
        };
    }

    /// <summary>Whether the JSON is a row of any version.</summary>
    private static bool IsRow(Entity entity)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(entity.Value);
            return document.RootElement is { ValueKind: JsonValueKind.Object } row
                && row.TryGetProperty("v", out JsonElement version)
                && version.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
