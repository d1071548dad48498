using System.Buffers;
using System.Text;

namespace AgaBot.Forms.Normalization;

/// <summary>
/// Closes the directional formatting characters that a text leaves open (Unicode UAX #9, X1 to X7). Without this, one such character in an
/// answer reverses the rest of the sentence that shows the answer.
/// </summary>
public static class BidiControls
{
    private const char PopDirectional = '\u202c';
    private const char PopIsolate = '\u2069';

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("\u202a\u202b\u202d\u202e\u2066\u2067\u2068");

    /// <summary>Closes open directional characters at the end of each line. Returns the same instance if there are none.</summary>
    public static string Close(string text)
    {
        if (text.AsSpan().IndexOfAny(Beginnings) < 0)
            return text;
        var closed = new StringBuilder(text.Length + 8);
        var open = new Stack<char>();
        foreach (char character in text)
        {
            if (character == '\n')
                CloseLine(closed, open);
            else
                Follow(open, character);
            closed.Append(character);
        }
        CloseLine(closed, open);
        return closed.ToString();
    }

    /// <param name="open">The closing characters of the directional characters that are open.</param>
    private static void Follow(Stack<char> open, char character)
    {
        switch (character)
        {
            case '\u202a' or '\u202b' or '\u202d' or '\u202e':
                open.Push(PopDirectional);
                break;
            case '\u2066' or '\u2067' or '\u2068':
                open.Push(PopIsolate);
                break;
            case PopDirectional when open.TryPeek(out char end) && end == PopDirectional:
                open.Pop();
                break;
            // A pop of an isolate also closes the embeddings opened inside it.
            case PopIsolate when open.Contains(PopIsolate):
                while (open.Pop() != PopIsolate) { }
                break;
        }
    }

    private static void CloseLine(StringBuilder closed, Stack<char> open)
    {
        while (open.TryPop(out char end))
            closed.Append(end);
    }
}
