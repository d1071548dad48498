using System.Globalization;

namespace AgaBot.Channels.DirectLine.Authorization;

/// <summary>The position in a conversation's activity log after which a client wants to read.</summary>
internal static class Watermark
{
    /// <summary>A missing or empty watermark means the beginning. Null if the text is not a watermark of this server.</summary>
    public static long? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long watermark) ? watermark : null;
    }
}
