using System.Buffers;
using System.Text;

namespace AgaBot.Forms.Normalization;

/// <summary>
/// Ends what directional characters of Unicode begin (UAX #9, X1 to X7), so that a person's words turn nothing around but themselves:
/// without it, one character in an answer writes the rest of the sentence that it is shown in backwards.
/// </summary>
public static class BidiControls
{
    private const char PopDirectional = '\u202c';
    private const char PopIsolate = '\u2069';

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("\u202a\u202b\u202d\u202e\u2066\u2067\u2068");

    /// <summary>The text with what its lines leave open closed at their ends; the text itself where nothing is.</summary>
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

    /// <param name="open">What will end each of those that have begun.</param>
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
            // The end of an isolate ends what began in it as well.
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
