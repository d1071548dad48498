using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.DirectLine.Activities;

/// <summary>Writes logged activities as an activity set of Direct Line: <c>{ "activities": [...], "watermark": "N" }</c>.</summary>
internal static class ActivitySetJson
{
    public const int MaxActivities = 50;

    /// <summary>Log entries are JSON already and are copied without parsing.</summary>
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
}
