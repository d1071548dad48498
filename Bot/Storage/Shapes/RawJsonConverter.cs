using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgaBot.Storage.Shapes;

/// <summary>JSON that is kept inside a row byte for byte, because whoever wrote it reads it again. It is ours, so it is not checked anew at each writing.</summary>
internal sealed class RawJsonConverter : JsonConverter<ReadOnlyMemory<byte>?>
{
    public override ReadOnlyMemory<byte>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return JsonMarshal.GetRawUtf8Value(document.RootElement).ToArray();
    }

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte>? value, JsonSerializerOptions options)
    {
        if (value is { } json)
            writer.WriteRawValue(json.Span, skipInputValidation: true);
        else
            writer.WriteNullValue();
    }
}
