using System.Buffers;
using System.Text;
using AgaBot.Forms.Budgets;

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
        var open = new OpenDirections();
        foreach (char character in text)
        {
            if (character == '\n')
                open.CloseAll(closed);
            else
                open.Follow(character);
            closed.Append(character);
        }
        open.CloseAll(closed);
        return closed.ToString();
    }

    /// <summary>
    /// The directional characters that are open. The isolates among them are counted, so that a character that closes none costs nothing.
    /// </summary>
    private sealed class OpenDirections
    {
        /// <summary>The characters that close them.</summary>
        private readonly Stack<char> ends = new();

        private int isolates;

        public void Follow(char character)
        {
            ReadingBudget.Spend(1);
            switch (character)
            {
                case '\u202a' or '\u202b' or '\u202d' or '\u202e':
                    ends.Push(PopDirectional);
                    break;
                case '\u2066' or '\u2067' or '\u2068':
                    ends.Push(PopIsolate);
                    isolates++;
                    break;
                case PopDirectional when ends.TryPeek(out char end) && end == PopDirectional:
                    ends.Pop();
                    break;
                case PopIsolate when isolates > 0:
                    CloseIsolate();
                    break;
            }
        }

        public void CloseAll(StringBuilder closed)
        {
            while (ends.TryPop(out char end))
                closed.Append(end);
            isolates = 0;
        }

        /// <summary>A pop of an isolate also closes the embeddings opened inside it.</summary>
        private void CloseIsolate()
        {
            isolates--;
            while (ends.Pop() != PopIsolate)
                ReadingBudget.Spend(1);
        }
    }
}
