using System.Globalization;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>Shortens long text.</summary>
internal static class Excerpt
{
    private const int QuoteLength = 80;
    private const string Cut = "…";

    /// <summary>The text on one line, short enough to stand in a sentence.</summary>
    public static string Quote(string text) =>
        Shorten(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), QuoteLength);

    /// <summary>At most <paramref name="most"/> UTF-16 code units and an ellipsis; never splits a visible character.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        int end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= most)
            end = next;
        return BidiControls.Close(text[..end].TrimEnd()) + Cut;
    }
}
