using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AgaBot.Json;

/// <summary>
/// Writes UTF-8 JSON in which accents and emoji stay as they are: it goes into a store, a card or over HTTP, never into HTML.
/// The writer says so and not the serializer's options, because options with an encoder rule the generated serializers out.
/// </summary>
public static class ReadableJson
{
    private const int UsualBytes = 8 * 1024;

    /// <summary>A buffer that grew beyond this is let go.</summary>
    private const int MaxKeptBytes = 64 * 1024;

    [ThreadStatic]
    private static Scratch? scratch;

    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        Scratch mine = Take();
        JsonSerializer.Serialize(mine.Writer, value, type);
        return Finish(mine);
    }

    /// <param name="type">Of the value's own type.</param>
    public static byte[] Write(object value, JsonTypeInfo type)
    {
        Scratch mine = Take();
        JsonSerializer.Serialize(mine.Writer, value, type);
        return Finish(mine);
    }

    public static byte[] Write(JsonElement value)
    {
        Scratch mine = Take();
        value.WriteTo(mine.Writer);
        return Finish(mine);
    }

    /// <summary>A thread's own; what fails halfway leaves none behind.</summary>
    private static Scratch Take()
    {
        Scratch mine = scratch ?? new Scratch();
        scratch = null;
        return mine;
    }

    private static byte[] Finish(Scratch used)
    {
        used.Writer.Flush();
        byte[] written = used.Buffer.WrittenSpan.ToArray();
        if (used.Buffer.Capacity <= MaxKeptBytes)
        {
            used.Buffer.ResetWrittenCount();
            used.Writer.Reset();
            scratch = used;
        }
        return written;
    }

    private sealed class Scratch
    {
        public Scratch()
        {
            Buffer = new ArrayBufferWriter<byte>(UsualBytes);
            Writer = new Utf8JsonWriter(Buffer, Options);
        }

        public ArrayBufferWriter<byte> Buffer { get; }

        public Utf8JsonWriter Writer { get; }
    }
}
