using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.DirectLine;

/// <summary>Writes logged activities as Direct Line sends them: <c>{ "activities": [...], "watermark": "N" }</c>.</summary>
internal static class ActivitySetJson
{
    public const int MaxActivities = 50;

    /// <summary>Entries are finished JSON, so that a frame is put together and nothing in it is read again.</summary>
    public static ReadOnlyMemory<byte> Write(ImmutableArray<LoggedEntry> entries, long watermark)
    {
        var frame = new ArrayBufferWriter<byte>(64 + entries.Sum(static entry => entry.Content.Length + 1));
        frame.Write("{\"activities\":["u8);
        for (int i = 0; i < entries.Length; i++)
        {
            if (i > 0)
                frame.Write(","u8);
            frame.Write(entries[i].Content.Span);
        }
        frame.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"],\"watermark\":\"{watermark}\"}}")));
        return frame.WrittenMemory;
    }

    /// <summary>Missing or empty means from the beginning; null where it is no watermark of ours.</summary>
    public static long? ReadWatermark(string? text) =>
        string.IsNullOrEmpty(text) ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long watermark) ? watermark
        : null;
}
