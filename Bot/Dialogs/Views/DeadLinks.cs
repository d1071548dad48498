using System.Buffers;
using System.Text;

namespace AgaBot.Dialogs.Views;

/// <summary>
/// Keeps what people write from coming alive where it is shown: channels make links of addresses and e-mail addresses, and card renderers
/// replace <c>{{DATE(…)}}</c>. A zero width space breaks them. It is shown and never stored, and the bot ignores it in what people paste.
/// </summary>
internal static class DeadLinks
{
    private const char Break = '\u200b';

    private static readonly SearchValues<char> Marks = SearchValues.Create("/@.{");

    /// <summary>Returns the same text if nothing in it could come alive, which is the usual case.</summary>
    public static string In(string text)
    {
        StringBuilder? broken = null;
        int from = 0;
        for (int at = text.AsSpan().IndexOfAny(Marks); at >= 0 && at < text.Length; at = Next(text, at + 1))
        {
            if (BreakAt(text, at) is not { } place)
                continue;
            broken ??= new StringBuilder(text.Length + 8);
            broken.Append(text, from, place - from).Append(Break);
            from = place;
        }
        return broken is null ? text : broken.Append(text, from, text.Length - from).ToString();
    }

    private static int Next(string text, int from) => text.AsSpan(from).IndexOfAny(Marks) is >= 0 and var next ? from + next : text.Length;

    /// <summary>The index before which the text is broken; null if the mark is ordinary.</summary>
    private static int? BreakAt(string text, int at) =>
        text[at] switch
        {
            '/' or '{' when at > 0 && text[at - 1] == text[at] => at,
            '@' when IsWord(text, at - 1) && IsWord(text, at + 1) => at + 1,
            // "municipalidad.gob.pe", but neither "S.A.C." nor "1.5".
            '.' when IsWord(text, at - 1) && IsLetter(text, at + 1) && IsLetter(text, at + 2) => at + 1,
            _ => null,
        };

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    private static bool IsLetter(string text, int at) => at < text.Length && char.IsLetter(text[at]);
}
