using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AgaBot.Json;

/// <summary>
/// Writes UTF-8 JSON without escaping accents and emoji. The JSON is stored or sent over HTTP, and never embedded in HTML.
/// The encoder is set on the writer, because serializer options with an encoder disable the source-generated serializers.
/// </summary>
public static class ReadableJson
{
    private const int UsualBytes = 8 * 1024;

    /// <summary>A larger buffer is not kept.</summary>
    private const int MaxKeptBytes = 64 * 1024;

    [ThreadStatic]
    private static WriteBuffer? cached;

    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        WriteBuffer mine = Take();
        JsonSerializer.Serialize(mine.Writer, value, type);
        return Finish(mine);
    }

    /// <param name="type">The type info of the runtime type of the value.</param>
    public static byte[] Write(object value, JsonTypeInfo type)
    {
        WriteBuffer mine = Take();
        JsonSerializer.Serialize(mine.Writer, value, type);
        return Finish(mine);
    }

    public static byte[] Write(JsonElement value)
    {
        WriteBuffer mine = Take();
        value.WriteTo(mine.Writer);
        return Finish(mine);
    }

    /// <summary>Takes the buffer of the current thread. A failed write does not return the buffer.</summary>
    private static WriteBuffer Take()
    {
        WriteBuffer mine = cached ?? new WriteBuffer();
        cached = null;
        return mine;
    }

    private static byte[] Finish(WriteBuffer used)
    {
        used.Writer.Flush();
        byte[] written = used.Buffer.WrittenSpan.ToArray();
        if (used.Buffer.Capacity <= MaxKeptBytes)
        {
            used.Buffer.ResetWrittenCount();
            used.Writer.Reset();
            cached = used;
        }
        return written;
    }

    private sealed class WriteBuffer
    {
        public WriteBuffer()
        {
            Buffer = new ArrayBufferWriter<byte>(UsualBytes);
            Writer = new Utf8JsonWriter(Buffer, Options);
        }

        public ArrayBufferWriter<byte> Buffer { get; }

        public Utf8JsonWriter Writer { get; }
    }
}
